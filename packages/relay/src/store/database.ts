/** A value that a statement takes for `$1`, `$2` … */
export type Parameter = string | number | null | readonly string[] | readonly (number | null)[];

/** A row of an answer. 64-bit numbers may come as text. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * A PostgreSQL database: the one thing that differs between the embedded one and a server. A statement is durable when
 * its promise is kept, and statements may run at the same time.
 */
export interface Database {
  /** Runs one statement. */
  query(sql: string, parameters?: readonly Parameter[]): Promise<readonly Row[]>;
  /** Runs several statements without parameters. */
  run(sql: string): Promise<void>;
  /** What a server does by itself: clears away rows that were removed from the tables, and lets the log on the disk shrink. */
  upkeep(tables: readonly string[]): Promise<void>;
  /** Ends all connections. */
  close(): Promise<void>;
}
