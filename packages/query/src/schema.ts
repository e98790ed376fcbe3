/** The type of a custom field; it decides which operators and values a condition may have. */
export type FieldType = 'text' | 'number' | 'datetime';

/** The order of day (D), month (M) and year (Y) in which a workspace writes its dates. */
export type DateOrder = 'DMY' | 'MDY' | 'YMD';

/** What a workspace has: a query is checked against it. */
export interface QuerySchema {
  /** The custom fields, by key. Queries name them in any case. */
  readonly fields: Readonly<Record<string, FieldType>>;
  /** The names of all groups. Where given, a query that names another group is an error. */
  readonly groups?: readonly string[];
  /** The names of all campaigns. Where given, a query that names another campaign is an error. */
  readonly campaigns?: readonly string[];
  /** Known tags, for an editor's suggestions. A tag that is not among them is no error: tags come and go. */
  readonly tags?: readonly string[];
  /**
   * How dates with the year last are read; with `YMD` they are errors. Dates with the year first are always understood.
   * @defaultValue 'YMD'
   */
  readonly dateOrder?: DateOrder;
  /**
   * The IANA time zone in which days begin and end.
   * @defaultValue 'UTC'
   */
  readonly timeZone?: string;
}
