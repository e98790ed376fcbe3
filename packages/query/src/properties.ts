import type { QueryContact } from './contact.js';
import type { QueryProblemOf } from './errors.js';
import type { FieldType, QuerySchema } from './schema.js';

/** What `~` means for a property. */
export type Containment = 'name' | 'email' | 'text';

/** What a condition can do with a property. */
export interface Property {
  /** As the syntax tree and the normal form name it. */
  name: string;
  type: FieldType;
  /** Missing: `~` is not possible. */
  contains?: Containment;
  /** Whether every contact has it, so that `= ""` makes no sense. */
  required?: boolean;
  /** Takes its value, or several values in an array, from a contact. */
  read: (contact: QueryContact) => unknown;
}

const text = { type: 'text' } as const;
const nameText = { ...text, contains: 'name' } as const;

const attributes = new Map<string, Property>(
  Object.entries<Omit<Property, 'name'>>({
    id: { ...text, required: true, read: (contact) => contact.id },
    name: { ...nameText, read: (contact) => `${contact.firstName ?? ''} ${contact.lastName ?? ''}` },
    first_name: { ...nameText, read: (contact) => contact.firstName },
    last_name: { ...nameText, read: (contact) => contact.lastName },
    email: { ...text, contains: 'email', read: (contact) => contact.email },
    status: { ...text, required: true, read: (contact) => contact.status },
    language: { ...text, read: (contact) => contact.language },
    tag: { ...text, read: (contact) => contact.tags },
    group: { ...text, read: (contact) => contact.groups?.map(groupName) },
    campaign: { ...text, read: (contact) => contact.campaigns },
    created_on: { type: 'datetime', required: true, read: (contact) => contact.createdAt },
    last_seen_on: { type: 'datetime', read: (contact) => contact.lastEngagedAt },
  }).map(([name, traits]) => [name, { name, ...traits }]),
);

function groupName(group: string | { readonly name: string }): string {
  return typeof group === 'string' ? group : group.name;
}

/** Finds the property that a query names in lower case, with or without `fields.`; or says why there is none. */
export function findProperty(
  written: string,
  { fields }: QuerySchema,
): Property | QueryProblemOf<'unknown_property'> | QueryProblemOf<'unknown_property_type'> {
  const attribute = attributes.get(written);
  if (attribute) return attribute;

  const dot = written.indexOf('.');
  const prefix = written.slice(0, dot);
  if (dot > 0 && prefix !== 'fields') return unknownType(prefix, `Write "fields." instead of "${prefix}.".`);

  const key = written.slice(dot + 1);
  const fieldKey = Object.keys(fields).find((candidate) => candidate.toLowerCase() === key);
  const type = fieldKey && fields[fieldKey];
  if (!fieldKey || !type) {
    const message = `There is no property "${written}".`;
    return { kind: 'unknown_property', message, extra: { property: written } };
  }
  const property: Property = {
    name: `fields.${key}`,
    type,
    // no test for an own property: what an object inherits is neither text nor a number, and so counts as no value
    read: (contact: QueryContact) => contact.fields?.[fieldKey],
  };
  if (type === 'text') property.contains = type;
  // a schema from a newer backend may have types that this version does not know
  else if (!['number', 'datetime'].includes(type))
    return unknownType(type, `No query has fields of type "${type}".`);
  return property;
}

function unknownType(type: string, message: string): QueryProblemOf<'unknown_property_type'> {
  return { kind: 'unknown_property_type', message, extra: { type } };
}
