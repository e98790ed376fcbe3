/**
 * A value that comes from somebody, ready to stand in a sentence: between U+2068 and U+2069, so that a name with its own
 * writing direction, or with direction overrides, does not turn the words around it.
 */
export const isolate = (value: string): string => `\u2068${value}\u2069`;

/** Puts values into a text: `{group}` becomes `values.group`, isolated. What has no value stays as it is. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? isolate(values[name] ?? '') : placeholder,
  );
