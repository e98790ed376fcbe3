/**
 * Puts values into a text: `{group}` becomes `values.group`. Each is isolated (U+2068, U+2069), so that a name with its
 * own writing direction, or with direction overrides, does not turn the text around it.
 */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (all, name: string) =>
    Object.hasOwn(values, name) ? `\u2068${values[name] ?? ''}\u2069` : all,
  );
