import type { Random } from '../random.js';

/** Somebody who may become a contact. */
export interface Person {
  email: string;
  firstName: string;
  lastName: string;
  language: string;
  fields: { company: string; city: string; role: string; employees: number };
}

const firstNames: readonly [language: string, names: readonly string[]][] = [
  [
    'fr',
    'Camille Léa Manon Chloé Inès Sarah Juliette Louise Alice Margaux Hugo Louis Jules Arthur Lucas Nathan Gabriel Antoine Maxime Clément'.split(
      ' ',
    ),
  ],
  ['en', 'Emma Olivia Grace Amelia Hannah Priya Oliver Jack Noah Thomas Daniel Samuel'.split(' ')],
  ['de', 'Anna Lena Mia Sophie Katharina Jonas Felix Lukas Paul Sebastian'.split(' ')],
  ['es', 'Lucía María Carmen Elena Javier Pablo Diego Álvaro'.split(' ')],
];

const lastNames =
  'Martin Bernard Dubois Moreau Laurent Lefèvre Roux Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Chevalier Faure Mercier Blanc Guérin Boyer Garnier Legrand Perrin Morel Robin Clément Gauthier Renard Smith Taylor Brown Wilson Evans Walker Wright Hughes Patel Cooper Schneider Fischer Weber Becker Hoffmann Koch Richter Wolf García Fernández López Romero Navarro Torres'.split(
    ' ',
  );

const companies =
  'Kestrel Pay,Ledgerly,Novabanque,Tilt Insurance,Finaura,Cloudharbor,Stackwell,Ticketo,Planora,Signalix,Maison Verte,Shoplane,Panier Malin,Nordkap Outdoor,Velours & Co,Cabinet Arbois,Studio Halley,Groupe Sormel,Atlas Conseil,Bureau Lumen,Hexa Logistics,Orme Architectes,Delta Formation,Kiosk Media,Brise Energie'.split(
    ',',
  );

const cities = 'Paris Paris Paris Lyon Lille Nantes Bordeaux Toulouse London Berlin Madrid Brussels'.split(
  ' ',
);
const roles =
  'Founder,CEO,Marketing Manager,Head of Sales,Growth Lead,Operations Manager,Product Manager,Office Manager'.split(
    ',',
  );

/** Makes people up, no two with the same address. */
export class People {
  readonly #random: Random;
  readonly #namesakes = new Map<string, number>();

  constructor(random: Random) {
    this.#random = random;
  }

  next(): Person {
    const [language, names] = pick(this.#random, firstNames);
    const firstName = pick(this.#random, names);
    const lastName = pick(this.#random, lastNames);
    const company = pick(this.#random, companies);
    const name = `${addressPart(firstName)}.${addressPart(lastName)}@${addressPart(company)}.example`;
    const earlier = this.#namesakes.get(name) ?? 0;
    this.#namesakes.set(name, earlier + 1);
    return {
      email: earlier === 0 ? name : name.replace('@', `${earlier + 1}@`),
      firstName,
      lastName,
      language,
      fields: {
        company,
        city: pick(this.#random, cities),
        role: pick(this.#random, roles),
        employees: Math.ceil(3 * 250 ** this.#random.next()),
      },
    };
  }
}

/** One of several, each as likely as another. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random.next() * items.length)];
  if (item === undefined) throw new RangeError('There is nothing to pick from.');
  return item;
}

const addressPart = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
