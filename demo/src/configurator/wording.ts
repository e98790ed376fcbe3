import type { Choices } from './choices.js';

/** What stands in the generated form, until someone words it otherwise. */
export interface Wording {
  email: string;
  firstName: string;
  lastName: string;
  company: string;
  phone: string;
  message: string;
  topic: string;
  topicOptions: string;
  /** The first entry of the select, which is no answer. */
  choose: string;
  /** Behind the label of a field that may stay empty. */
  optional: string;
  submit: string;
  /** What opens a form over the page. */
  opener: string;
  consentText: string;
  steps: readonly [string, string];
}

export const wording: Readonly<Record<Choices['language'], Wording>> = {
  en: {
    email: 'E-mail',
    firstName: 'First name',
    lastName: 'Last name',
    company: 'Company',
    phone: 'Phone',
    message: 'Message',
    topic: 'What is it about?',
    topicOptions: 'Product tour\nPrices\nSomething else',
    choose: 'Please choose',
    optional: '(optional)',
    submit: 'Sign up',
    opener: 'Get in touch',
    consentText: 'You may write to me about your products.',
    steps: ['About you', 'Your request'],
  },
  fr: {
    email: 'E-mail',
    firstName: 'Prénom',
    lastName: 'Nom',
    company: 'Entreprise',
    phone: 'Téléphone',
    message: 'Message',
    topic: 'Quel est le sujet ?',
    topicOptions: 'Visite du produit\nTarifs\nAutre chose',
    choose: 'Veuillez choisir',
    optional: '(facultatif)',
    submit: 'S’inscrire',
    opener: 'Nous contacter',
    consentText: 'Vous pouvez m’écrire au sujet de vos produits.',
    steps: ['Vous', 'Votre demande'],
  },
  de: {
    email: 'E-Mail',
    firstName: 'Vorname',
    lastName: 'Nachname',
    company: 'Firma',
    phone: 'Telefon',
    message: 'Nachricht',
    topic: 'Worum geht es?',
    topicOptions: 'Produktführung\nPreise\nEtwas anderes',
    choose: 'Bitte wählen',
    optional: '(optional)',
    submit: 'Anmelden',
    opener: 'Kontakt aufnehmen',
    consentText: 'Sie dürfen mir über Ihre Produkte schreiben.',
    steps: ['Über Sie', 'Ihre Anfrage'],
  },
  es: {
    email: 'Correo electrónico',
    firstName: 'Nombre',
    lastName: 'Apellidos',
    company: 'Empresa',
    phone: 'Teléfono',
    message: 'Mensaje',
    topic: '¿De qué se trata?',
    topicOptions: 'Visita al producto\nPrecios\nOtra cosa',
    choose: 'Elija una opción',
    optional: '(opcional)',
    submit: 'Suscribirse',
    opener: 'Contactar',
    consentText: 'Pueden escribirme acerca de sus productos.',
    steps: ['Sobre usted', 'Su solicitud'],
  },
};
