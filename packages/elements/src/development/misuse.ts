/**
 * What can be wrong with how a page uses an element, by element: for developers, in development builds alone.
 *
 * @module
 */
import { ContextEvent } from '@lit/context';
import type { GroupPickerClient } from '../group-picker/group-picker-client.js';
import { clientContext, type ProvidedClient } from '../provider/client-context.js';

/** What is looked at in one element. */
export interface Misuse {
  /** The attributes that there are. */
  readonly attributes: readonly string[];
  /** The values that an attribute takes; of several that are separated by spaces, each. */
  readonly values: Readonly<Record<string, readonly string[] | { readonly pattern: RegExp; give: string }>>;
  /** What is wrong beside that, once the page has had the time to set everything: a sentence each, with the way out. */
  readonly problems: (element: HTMLElement) => string[];
  /** The event that tells of an error from a server. */
  readonly errorEvent?: string;
  /** Asks the server once, where the element has no such event. */
  readonly ask?: (element: HTMLElement) => PromiseLike<unknown> | undefined;
}

/** What an error says about the address that was asked, and about the id that was asked for. FluenzR's own answers have a code. */
export function answerProblem(error: unknown): string | undefined {
  const { status, code, message } = Object(error) as { status?: unknown; code?: unknown; message?: string };
  if (/^(GROUP|CAMPAIGN|CONTACT)_NOT_FOUND$/.test(String(code)))
    return `asked for what is not there: ${message ?? String(code)} Check the id, and that it is of the FluenzR that the client asks.`;
  const foreign = typeof status === 'number' && /^(2..|3..|404|405)$/.test(String(status)) && !code;
  return foreign
    ? `got an answer (${String(status)}) that is not FluenzR's. Check the address: baseUrl of the client, or endpoint.`
    : undefined;
}

/** What is set in a script. As attributes they are without effect. */
export const properties = ['client', 'items', 'labels'];

const themes = ['light', 'dark'];
const seconds = { pattern: /^\d+(\.\d+)?$/, give: 'a number of seconds, such as 60' };
const days = { pattern: /^\d+d$/, give: 'a number of days, such as 7d' };
const trigger = { pattern: /^(\d+[s%]|exit)$/, give: 'seconds (20s), a share of the page (50%), or exit' };

/** An element's own client, or else that of the `<fluenzr-provider>` around it. */
function clientOf(element: HTMLElement): object | undefined {
  const { client } = element as { client?: object };
  let provided: ProvidedClient | undefined;
  if (!client)
    element.dispatchEvent(new ContextEvent(clientContext, element, (value) => (provided = value), false));
  return client ?? provided;
}

/** Whether an element has a client, and one with the resource that it cannot do without. */
function clientProblem(element: HTMLElement, resource: string, otherwise = ''): string[] {
  const client = clientOf(element);
  if (!client)
    return [
      `has no client, and nothing to show. Set its property client, or put it into a <fluenzr-provider> that has one${otherwise}. ` +
        'If the client comes later, all is well.',
    ];
  return resource in client
    ? []
    : [`has a client without "${resource}". Give that resource to createClient of @fluenzr/client/core.`];
}

/** What an element that shows one group, campaign or contact needs. */
const shows = (resource: string, id: string, property: string) => (element: HTMLElement) => [
  ...clientProblem(element, resource),
  ...((element as unknown as Readonly<Record<string, unknown>>)[property]
    ? []
    : [`does not know what to show. Set the attribute ${id}.`]),
];

function endpointProblems(endpoint: string, form: string): string[] {
  const problems: string[] = [];
  if (!/^(https?:\/)?\/[^?#\s]+$/.test(endpoint))
    problems.push(
      `endpoint="${endpoint}" is no address. Give the relay's, with https:// and without a query: https://leads.example.com.`,
    );
  else if (endpoint.includes('/forms/'))
    problems.push(
      `endpoint="${endpoint}" goes too far. Give only what stands before /forms, and the form's id as form.`,
    );
  else if (
    location.protocol === 'https:' &&
    /^http:\/\/(?!localhost\b|127\.)/.test(endpoint) // those two are allowed
  )
    problems.push(
      `endpoint="${endpoint}" is blocked by the browser: a page with https: may only send to https:.`,
    );
  if (!form)
    problems.push('has an endpoint, but no form. Set the attribute form to the id of the form record there.');
  return problems;
}

function targetProblems(element: HTMLElement): string[] {
  const { endpoint, form, groupId, mode } = element as HTMLElement &
    Record<'endpoint' | 'form' | 'groupId' | 'mode', string>;
  if (endpoint)
    return [
      ...endpointProblems(endpoint, form),
      ...(groupId
        ? ['has both endpoint and group-id: group-id is not used. The form record has its own.']
        : []),
    ];
  if (mode === 'test') return [];
  if (groupId) return clientProblem(element, 'contacts', ', or use endpoint and form, which need no client');
  return [
    form
      ? 'has a form, but no endpoint. Set the attribute endpoint to the address of your relay.'
      : 'cannot send anything. Set endpoint and form, or behind a login group-id and the property client.',
  ];
}

function formProblems(element: HTMLElement): string[] {
  const problems: string[] = [];
  const form = element.querySelector(':scope > form');
  if (form && !form.querySelector('[name=email]'))
    problems.push('has a form without an input named email. Add <input name="email" type="email" required>.');
  if (element.querySelector(':scope > :not(form) form'))
    problems.push(
      'has a <form> that is not its direct child, and is not used. Put the <form> directly inside the element.',
    );
  if (element.hasAttribute('consent') && !element.getAttribute('consent-version'))
    problems.push(
      'has a consent without consent-version. Set it to the version of the text in the form record.',
    );
  if (!element.hasAttribute('popup') && element.matches('[opens], [opens-again]'))
    problems.push('has opens or opens-again, which do nothing without popup. Set popup="dialog".');
  return problems;
}

/** The elements that can be misused, by tag name. */
export const misuseOf: ReadonlyMap<string, Misuse> = new Map<string, Misuse>([
  [
    'fluenzr-lead-form',
    {
      attributes: [
        'endpoint',
        'form',
        'mode',
        'group-id',
        'consent',
        'consent-version',
        'consent-optional',
        'attribution',
        'captcha',
        'captcha-key',
        'honeypot',
        'prefill',
        'redirect',
        'redirect-allow',
        'data-layer',
        'submit-label',
        'success-message',
        'popup',
        'opens',
        'opens-again',
        'theme',
      ],
      values: {
        theme: themes,
        mode: ['test'],
        attribution: ['page', 'stored'],
        captcha: ['turnstile', 'hcaptcha', 'recaptcha'],
        popup: ['dialog', 'slide-in'],
        opens: trigger,
        'opens-again': days,
      },
      problems: (element) => [...targetProblems(element), ...formProblems(element)],
      errorEvent: 'fluenzr-error',
    },
  ],
  [
    'fluenzr-group-picker',
    {
      attributes: [
        'name',
        'value',
        'label',
        'placeholder',
        'multiple',
        'required',
        'disabled',
        'readonly',
        'type',
        'exclude',
        'sections',
        'creatable',
        'theme',
      ],
      values: { theme: themes, type: ['static', 'dynamic', 'smart'] },
      problems: (element) => {
        const { items, creatable } = element as HTMLElement & { items?: unknown; creatable?: boolean };
        if (!items) return clientProblem(element, 'groups', ', or set its property items');
        return creatable && !clientOf(element)
          ? ['has creatable, but no client to make a group with. Set its property client.']
          : [];
      },
      ask: (element) => {
        const { items } = element as HTMLElement & { items?: unknown };
        const client = clientOf(element) as Partial<GroupPickerClient> | undefined;
        return items ? undefined : client?.groups?.list({ limit: 1 }, {});
      },
    },
  ],
  [
    'fluenzr-group-stats',
    {
      attributes: ['group-id', 'range', 'refresh', 'actions', 'theme'],
      values: {
        theme: themes,
        range: ['7d', '30d', '90d', '1y'],
        refresh: seconds,
        actions: ['export', 'add-to-campaign', 'apply-tags', 'merge', 'archive', 'delete-contacts'],
      },
      problems: shows('groups', 'group-id', 'groupId'),
      errorEvent: 'fluenzr-stats-error',
    },
  ],
  [
    'fluenzr-campaign-groups',
    {
      attributes: ['campaign-id', 'theme'],
      values: { theme: themes },
      problems: shows('campaigns', 'campaign-id', 'campaignId'),
      errorEvent: 'fluenzr-campaign-groups-error',
    },
  ],
  [
    'fluenzr-contact-groups',
    {
      attributes: ['contact-id', 'theme'],
      values: { theme: themes },
      problems: shows('contacts', 'contact-id', 'contactId'),
      errorEvent: 'fluenzr-contact-groups-error',
    },
  ],
]);
