/** Texts of an element in a language other than English, loaded when they are needed. */
export type Translations<Labels> = Readonly<Record<string, () => Promise<Labels>>>;

/** The BCP 47 tag of the language around an element: its own `lang`, or that of the nearest ancestor, over shadow roots. */
export function languageAround(element: Element): string {
  for (let here: Element | null = element; here;) {
    const owner: Element | null = here.closest('[lang]');
    if (owner) return owner.getAttribute('lang') ?? '';
    const root = here.getRootNode();
    here = 'host' in root ? (root.host as Element) : null;
  }
  return '';
}

/** The texts for a language tag: of the exact tag, or of its first part (`fr` for `fr-CH`); none for English and unknown ones. */
export async function translation<Labels>(
  translations: Translations<Labels>,
  language: string,
): Promise<Labels | undefined> {
  const tag = language.toLowerCase();
  const name = [tag, tag.split('-')[0] ?? ''].find((key) => Object.hasOwn(translations, key));
  return name === undefined ? undefined : translations[name]?.();
}
