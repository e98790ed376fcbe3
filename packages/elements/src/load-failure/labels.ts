/** What a reader is told when something could not be loaded or done. */
export interface LoadFailureLabels {
  offline: string;
  connection: string;
  timeout: string;
  /** The key or token may not do this, or is no longer valid. */
  denied: string;
  /** There is no such group, contact or campaign. */
  notFound: string;
  /** Not possible as things stand, and the server has no words for why. */
  refused: string;
  /** Too many requests. */
  rateLimit: string;
  server: string;
  unexpected: string;
}
