import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Formats } from './formats.js';
import { languageAround, translation, type Translations } from './language.js';

/**
 * Gives an element its texts and formats in the language around it. Another language is loaded once, when the element is
 * in the page; until then, and where it cannot be loaded, the texts are English. A `lang` that changes is noticed at the
 * element's next update.
 */
export class Localized<Labels extends object> implements ReactiveController {
  #language = '';
  #translated: Labels | undefined;
  #formats = new Formats('en');

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly english: Labels,
    private readonly translations: Translations<Labels>,
  ) {
    host.addController(this);
  }

  /** How numbers and dates are written around the element. */
  get formats(): Formats {
    return this.#formats;
  }

  /** All texts, with those that the page has given in the place of ours. */
  texts(own: Partial<Labels>): Labels {
    return { ...(this.#translated ?? this.english), ...own };
  }

  hostUpdate(): void {
    const language = this.host.isConnected ? languageAround(this.host) : this.#language;
    if (language === this.#language) return;
    this.#language = language;
    this.#formats = new Formats(language);
    void this.#load(language);
  }

  async #load(language: string): Promise<void> {
    const texts = await translation(this.translations, language).catch(() => undefined);
    if (language !== this.#language) return;
    this.#translated = texts;
    this.host.requestUpdate();
  }
}
