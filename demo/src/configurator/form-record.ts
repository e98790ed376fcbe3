import type { FormInput } from '@fluenzr/relay';
import type { Choices } from './choices.js';
import { topicOptions } from './form-markup.js';
import { wording } from './wording.js';

/** The fields beside e-mail and names, whose keys are those of custom fields. */
const fields = ['company', 'phone', 'topic', 'message'] as const;

/** Keeps the proof of a consent. */
const consentField = 'consent_proof';

/** The form's record for the relay, which asks for the same as the page. Group and origin are yet to be filled in. */
export function formRecord(choices: Choices): FormInput {
  const asked = fields.filter((name) => choices[name] !== 'off');
  const text = (choices.consentText || wording[choices.language].consentText).trim();
  return {
    id: choices.form,
    title: 'Example Ltd',
    groupId: 'grp_…', // the relay refuses it as it stands
    origins: ['https://www.example.com'],
    locale: choices.language,
    ...(asked.length > 0 && {
      fields: Object.fromEntries(
        asked.map((name) => [
          name,
          {
            ...(choices[name] === 'required' && { required: true }),
            ...(name === 'topic' && { options: topicOptions(choices) }),
            ...(name === 'message' && { multiline: true }),
          },
        ]),
      ),
    }),
    ...(choices.consent !== 'none' && {
      consent: {
        version: choices.consentVersion,
        text,
        ...(choices.consent === 'optional' && { required: false }),
        field: consentField,
      },
    }),
  };
}

/** What creates the custom fields of a record, with a client called `fluenzr`; empty where there are none. */
export function customFields(choices: Choices): string {
  const words = wording[choices.language];
  const wanted = fields
    .filter((name) => choices[name] !== 'off')
    .map((name) => [name, choices[`${name}Label`] || words[name]]);
  if (choices.consent !== 'none') wanted.push([consentField, 'Consent']);
  return wanted
    .map(([key, name]) => `await fluenzr.fields.create(${JSON.stringify({ key, name, type: 'text' })});`)
    .join('\n');
}
