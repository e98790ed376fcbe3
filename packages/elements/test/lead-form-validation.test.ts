import { expect } from 'chai';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import {
  FakeClient,
  failure,
  field,
  fill,
  leadForm,
  part,
  settled,
  submit,
  type,
  typed,
} from './lead-form-fixture.js';
import { plain } from './plain-text.js';

/** The message that is tied to a field, found as a screen reader finds it. */
const description = (element: FluenzrLeadForm, name: string): string | undefined => {
  const id = field(element, name).getAttribute('aria-describedby');
  return id === null ? undefined : plain(document.getElementById(id)?.textContent ?? '');
};

describe('<fluenzr-lead-form> validation', () => {
  let client: FakeClient;
  let element: FluenzrLeadForm;

  beforeEach(async () => {
    client = new FakeClient();
    element = await leadForm(client);
  });

  const refusedEmails = [
    '',
    '   ',
    'ada',
    'ada@',
    '@example.com',
    'ada@example',
    'ada lovelace@example.com',
    'a@b@c.d',
  ];
  for (const email of refusedEmails)
    it(`does not send the e-mail "${email}"`, async () => {
      type(element, 'email', email);
      submit(element);
      await settled(element);
      expect(client.calls).to.be.empty;
      expect(field(element, 'email').getAttribute('aria-invalid')).to.equal('true');
    });

  const acceptedEmails = [
    'ada@example.com',
    'ada+q4@mail.example.co.uk',
    "o'neil@example.com",
    'ADA@EXAMPLE.COM',
  ];
  for (const email of acceptedEmails)
    it(`sends the e-mail "${email}"`, () => {
      type(element, 'email', email);
      submit(element);
      expect(client.calls[0]?.input.email).to.equal(email);
    });

  it('does not send a name that is longer than the API takes, and does not cut it', async () => {
    const name = 'x'.repeat(101);
    fill(element);
    type(element, 'firstName', name);
    submit(element);
    await settled(element);
    expect(client.calls).to.be.empty;
    expect(description(element, 'firstName')).to.equal('First name is too long. Please shorten it.');
    expect(field(element, 'firstName').value).to.equal(name);
    type(element, 'firstName', name.slice(1));
    submit(element);
    expect(client.calls[0]?.input.firstName).to.have.length(100);
  });

  it('ties the message to the field, and lists it in a summary that has the focus', async () => {
    expect(description(element, 'email')).to.equal(undefined);
    submit(element);
    await settled(element);
    expect(description(element, 'email')).to.equal('Enter your e-mail address.');
    expect(field(element, 'email').parentElement?.textContent).to.contain('Enter your e-mail address.');
    expect(part(element, 'summary')?.textContent).to.contain('Please check what you typed');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'summary'));
    expect(element.matches(':state(error)')).to.be.true;
    part(element, 'summary-link')?.click();
    expect(document.activeElement).to.equal(field(element, 'email'));
  });

  it('waits for the first submit, then checks the field at every key', async () => {
    type(element, 'email', 'a');
    await settled(element);
    expect(field(element, 'email').getAttribute('aria-invalid')).to.equal('false');

    type(element, 'email', '');
    submit(element);
    await settled(element);
    type(element, 'email', 'ada@');
    await settled(element);
    expect(description(element, 'email')).to.equal('Enter a full e-mail address, such as name@example.com.');
    type(element, 'email', 'ada@example.com');
    await settled(element);
    expect(description(element, 'email')).to.equal(undefined);
    expect(field(element, 'email').getAttribute('aria-invalid')).to.equal('false');
    expect(part(element, 'summary')).to.equal(null);
    expect(element.matches(':state(error)')).to.be.false;
  });

  it('fires fluenzr-invalid with the messages', async () => {
    const events: unknown[] = [];
    element.addEventListener('fluenzr-invalid', ({ errors }) => events.push([...errors]));
    submit(element);
    await settled(element);
    expect(events).to.deep.equal([[['email', 'Enter your e-mail address.']]]);
  });

  describe('by the backend', () => {
    const refuse = async (fieldErrors: object, members: object = {}): Promise<void> => {
      fill(element);
      submit(element);
      client.refuse(failure({ status: 422, code: 'VALIDATION_FAILED', fieldErrors, ...members }));
      await settled(element);
    };

    it('shows each error at its field, in the order of the fields, in our words where we have them', async () => {
      await refuse({
        lastName: [{ code: 'TOO_LONG', message: 'At most 100 characters.' }],
        firstName: [{ code: 'PROFANE', message: 'No swearing, please.' }],
        email: [{ code: 'INVALID_EMAIL_FORMAT', message: 'Not an e-mail address.' }],
      });
      expect(description(element, 'email')).to.equal(
        'Enter a full e-mail address, such as name@example.com.',
      );
      expect(description(element, 'firstName')).to.equal('First name: No swearing, please.');
      expect(description(element, 'lastName')).to.equal('Last name is too long. Please shorten it.');
      const listed = [...element.shadowRoot!.querySelectorAll('[part=summary-link]')];
      expect(listed.map((link) => plain(link.textContent))).to.deep.equal([
        'Enter a full e-mail address, such as name@example.com.',
        'First name: No swearing, please.',
        'Last name is too long. Please shorten it.',
      ]);
      expect(element.shadowRoot?.activeElement).to.equal(part(element, 'summary'));
      expect(part(element, 'failure')).to.equal(null);
      expect(typed(element)).to.deep.equal({
        email: 'ada@example.com',
        firstName: 'Ada',
        lastName: 'Lovelace',
      });
    });

    it('has words for a refusal that came without any', async () => {
      await refuse({ firstName: [{ code: 'ODD' }] });
      expect(description(element, 'firstName')).to.equal('First name was not accepted. Please check it.');
    });

    for (const [what, fieldErrors, said] of [
      [
        'is at no field of the page',
        { 'fields.company': [{ code: 'REQUIRED', message: 'The record says "required".' }] },
        'company: The record says "required".',
      ],
      [
        'is at no field of the page, beside others',
        { email: [{ code: 'INVALID_EMAIL_FORMAT' }], language: [{ code: 'ODD' }] },
        'language: ODD',
      ],
      [
        'is about a custom field that does not exist',
        { firstName: [{ code: 'FIELD_NOT_FOUND', message: 'There is no such field.' }] },
        'firstName: There is no such field.',
      ],
      [
        'is called like a member of every object',
        JSON.parse('{"__proto__":[{"code":"ODD","message":"Odd."}],"toString":[{"code":"ODD"}]}') as object,
        '__proto__: Odd.',
      ],
    ] as const)
      it(`tells the developer, not the visitor, of an error that ${what}`, async () => {
        const logged: unknown[][] = [];
        const log = console.error;
        console.error = (...parts: unknown[]) => void logged.push(parts);
        try {
          await refuse(fieldErrors);
        } finally {
          console.error = log;
        }
        expect(part(element, 'failure')?.textContent).to.equal(
          'This form cannot be sent right now. What you typed is still here: please try again later.',
        );
        expect(part(element, 'summary')).to.equal(null);
        expect(typed(element).email).to.equal('ada@example.com');
        expect(logged.map((parts) => parts.map(String).join(' ')).join()).to.contain(said);
      });

    it('takes input that a client refuses without asking the backend in the same way', async () => {
      await refuse(
        { email: [{ code: 'INVALID_VALUE', message: 'Not an e-mail address.' }] },
        { name: 'InvalidInputError', status: undefined },
      );
      expect(description(element, 'email')).to.equal(
        'Enter a full e-mail address, such as name@example.com.',
      );
    });

    it('writes what the backend says as text, never as markup', async () => {
      await refuse({ email: [{ code: 'ODD', message: '<img src=x onerror=alert(1)>' }] });
      expect(description(element, 'email')).to.equal('E-mail: <img src=x onerror=alert(1)>');
      expect(element.querySelector('img') ?? element.shadowRoot?.querySelector('img')).to.equal(null);
    });

    it('lets the error go as soon as the field changes', async () => {
      await refuse({ firstName: [{ code: 'PROFANE', message: 'No swearing, please.' }] });
      type(element, 'firstName', 'Augusta');
      await settled(element);
      expect(description(element, 'firstName')).to.equal(undefined);
    });
  });
});
