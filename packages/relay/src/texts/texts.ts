import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';

/** What visitors read: the relay's pages and its confirm mail. `title` is the form's title. */
export interface Texts {
  accepted: { heading: string; text: string };
  confirm: { heading: string; text: (title: string) => string; button: string };
  confirmed: { heading: string; text: string };
  linkUsed: { heading: string; text: string };
  linkDead: { heading: string; text: string };
  refused: { heading: string; text: string };
  notAllowed: { heading: string; text: string };
  later: { heading: string; text: string; button: string };
  mail: { subject: (title: string) => string; text: (title: string, link: string, days: number) => string };
  /** Names of the inputs that every form has. */
  inputs: { email: string; firstName: string; lastName: string; consent: string };
  /** What is wrong with an input, by code. */
  mistakes: Readonly<Record<string, string>> & { INVALID_VALUE: string };
}

/** The languages of pages and mails. */
export const languages = ['en', 'fr', 'de', 'es'] as const;

/** The language of a form that names none. */
export const defaultLanguage = 'en';

const texts: Readonly<Record<(typeof languages)[number], Texts>> = { en, fr, de, es };

/** All texts in a language. */
export const textsIn = (language: (typeof languages)[number] = defaultLanguage): Texts => texts[language];
