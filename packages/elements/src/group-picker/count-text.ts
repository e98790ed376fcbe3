/** A text that depends on a number: one for each plural form that its language has. `{count}` becomes the number. */
export type PluralText = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** Writes a number of things in a language: "1 contact", "1,240 contacts". */
export function countText(texts: PluralText, count: number, language: string): string {
  const text = texts[pluralRules(language).select(count)] ?? texts.other;
  return text.replace('{count}', () => numbers(language).format(count));
}

// to make one takes longer than to draw a row
const pluralRules = perLanguage((language) => new Intl.PluralRules(language));
const numbers = perLanguage((language) => new Intl.NumberFormat(language));

function perLanguage<Format>(make: (language: string) => Format): (language: string) => Format {
  const made = new Map<string, Format>();
  return (language) => {
    const format = made.get(language) ?? make(language);
    made.set(language, format);
    return format;
  };
}
