/** A complete answer. */
export interface Received<Data> {
  data: Data;
  /** Its body has been read: it is `text`. */
  response: Response;
  text: string;
  /** Names the request in the logs of both sides. */
  requestId: string;
}

/** An answer with what came around it. */
export type WithResponse<Data> = Pick<Received<Data>, 'data' | 'response' | 'requestId'>;

/**
 * What every method returns: a promise of the data, that can also give the HTTP answer.
 *
 * @example
 * ```ts
 * const contact = await fluenzr.contacts.get('con_1');
 * const { data, requestId, response } = await fluenzr.contacts.get('con_1').withResponse();
 * ```
 */
export interface APIPromise<Data> extends Promise<Data> {
  /** The data together with the answer's status and headers (its body has been read), and the request's id. */
  withResponse: () => Promise<WithResponse<Data>>;
  /** The answer with its body unread. Refusals and incomplete answers are thrown here too. */
  asResponse: () => Promise<Response>;
}

/** Makes an {@link APIPromise} of an answer that is on its way. @internal */
export function apiPromise<Data>(received: Promise<Received<Data>>): APIPromise<Data> {
  const promise = received.then(({ data }) => data);
  const withResponse = () => {
    promise.catch(() => undefined); // whoever asks in this way hears of a failure in this way
    return received;
  };
  const asResponse = async () => {
    const { text, response } = await withResponse();
    return new Response(text || null, response);
  };
  return Object.assign(promise, { withResponse, asResponse });
}
