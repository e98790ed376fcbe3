/** Kept up to date with a table. */
export interface TableFollower<Row> {
  /** A row changed: `before` went, `after` came. */
  replace(before: Row | undefined, after: Row | undefined): void;
  /** All rows went. */
  clear(): void;
}
