import type { TemplateResult } from 'lit';
import type { Job, RequestOptions } from '@fluenzr/client';
import type { ActionContext } from './action-context.js';

/** What is wrong with what was filled in, and at which input. */
export interface Mistake {
  readonly mistake: string;
  readonly field: string;
  /** What was typed there confirmed something that is no longer so: it is typed again. */
  readonly emptied?: true;
}

/** What was filled in, as it is sent. */
export interface Ready {
  /** What is sent: the same again is the same request. */
  readonly input: object;
  /** Begins; the answer is a job where it takes longer. */
  readonly send: (options: RequestOptions) => PromiseLike<Job | undefined>;
}

/** What an action asks before it begins. A dialog holds it. */
export interface ActionForm {
  /** The inputs. The one named `invalid` is marked, and described by the element with the id `dialog-error`. */
  content(invalid: string): TemplateResult;
  /**
   * Reads what was filled in: the values of the inputs, by name, as a form sends them. What an input says itself to be
   * wrong is put right by then.
   */
  read(values: URLSearchParams): Ready | Mistake;
  /** Says in words what to do about a refusal of this action; nothing for one that has no words of its own. */
  refused?(error: unknown): Mistake | undefined;
  /** Nothing can be sent: there is no running campaign, say. */
  readonly impossible?: boolean;
}

/** Makes the form of an action, with what it has to load first. */
export type OpenForm = (context: ActionContext) => Promise<ActionForm>;
