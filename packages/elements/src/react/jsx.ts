/**
 * Types for the elements' own tags in React's JSX, for those who use them without the components of
 * `@fluenzr/elements/react`: `import type {} from '@fluenzr/elements/jsx'` once in the program.
 *
 * @module
 */
import type { WebComponentProps } from '@lit/react';
import type { FluenzrCampaignGroups } from '../campaign-groups/define.js';
import type { FluenzrContactGroups } from '../contact-groups/define.js';
import type { FluenzrGroupPicker } from '../group-picker/define.js';
import type { FluenzrGroupStats } from '../group-stats/define.js';
import type { FluenzrLeadForm } from '../lead-form/define.js';
import type { FluenzrProvider } from '../provider/define.js';

/** Listeners as React 19 takes them: `onfluenzr-accepted` for the event `fluenzr-accepted`. */
export type ElementListeners = {
  [Name in keyof GlobalEventHandlersEventMap as Name extends `fluenzr-${string}` ? `on${Name}` : never]?: (
    event: GlobalEventHandlersEventMap[Name],
  ) => void;
};

/** What an element's tag takes: its properties, React's own, and listeners. */
export type ElementProps<Element extends HTMLElement> = WebComponentProps<Element> & ElementListeners;

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- React's JSX is one, and this is how it is extended
  namespace JSX {
    interface IntrinsicElements {
      'fluenzr-campaign-groups': ElementProps<FluenzrCampaignGroups>;
      'fluenzr-contact-groups': ElementProps<FluenzrContactGroups>;
      'fluenzr-group-picker': ElementProps<FluenzrGroupPicker>;
      'fluenzr-group-stats': ElementProps<FluenzrGroupStats>;
      'fluenzr-lead-form': ElementProps<FluenzrLeadForm>;
      'fluenzr-provider': ElementProps<FluenzrProvider>;
    }
  }
}
