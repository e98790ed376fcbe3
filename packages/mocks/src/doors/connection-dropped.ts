/** The connection went away before an answer came: what `fetch` rejects with then. */
export class ConnectionDropped extends TypeError {
  override readonly name = 'TypeError';

  constructor() {
    super('Failed to fetch: the connection was dropped.');
  }
}
