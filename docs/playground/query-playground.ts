import { compileQuery, formatQuery, parseQuery, validateForGroup, type QueryError } from '@fluenzr/query';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { contacts, schema } from './sample-contacts.js';

const examples = [
  'tag = vip AND company_size > 50',
  'created_on > -30d',
  'group = "[DYN] Inbound Leads" OR last_seen_on = ""',
  'zoé',
  'renewal < +1w AND language = fr',
  'age > 18 AND name ~ M',
];

/** A query box with its normal form, its mistakes underlined, and the sample contacts that match. */
@customElement('query-playground')
export class QueryPlayground extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      gap: 0.75rem;
      padding: 1rem;
      border: 1px solid var(--color-accent, #8888);
      border-radius: 0.5rem;
    }
    label,
    h4 {
      font-weight: 600;
      margin: 0;
    }
    .box {
      display: grid;
      font:
        1rem/1.6 ui-monospace,
        Menlo,
        monospace;
    }
    .box > * {
      grid-area: 1 / 1;
      margin: 0;
      padding: 0.5rem 0.6rem;
      border: 1px solid transparent;
      font: inherit;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      min-block-size: 4.4rem;
      box-sizing: border-box;
      inline-size: 100%;
    }
    .marks {
      color: transparent;
      pointer-events: none;
    }
    .marks mark {
      color: transparent;
      background: none;
      text-decoration: underline wavy #d1242f;
      text-underline-offset: 0.2em;
    }
    textarea {
      background: none;
      color: inherit;
      border-color: currentColor;
      border-radius: 0.35rem;
      resize: none;
      overflow: hidden;
    }
    .examples {
      display: flex;
      flex-wrap: wrap;
      gap: 0.4rem;
    }
    button {
      font: inherit;
      font-size: 0.85rem;
      color: inherit;
      background: none;
      border: 1px solid currentColor;
      border-radius: 1rem;
      padding: 0.2rem 0.7rem;
      min-block-size: 1.75rem;
      cursor: pointer;
    }
    ul {
      margin: 0;
      padding-inline-start: 1.2rem;
    }
    code {
      font-family: ui-monospace, Menlo, monospace;
      overflow-wrap: anywhere;
    }
  `;

  @state() private text = examples[0] ?? '';

  protected override render(): TemplateResult {
    const parsed = parseQuery(this.text, { schema });
    return html`
      <label for="query">Contact query</label>
      <div class="box">
        <pre class="marks" aria-hidden="true">${underlined(this.text, parsed.errors)}</pre>
        <textarea
          id="query"
          spellcheck="false"
          autocapitalize="off"
          aria-describedby="outcome"
          aria-invalid=${parsed.ok ? 'false' : 'true'}
          .value=${this.text}
          @input=${(event: InputEvent) => (this.text = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </div>
      <div class="examples" role="group" aria-label="Examples">
        ${examples.map(
          (example) => html`<button type="button" @click=${() => (this.text = example)}>${example}</button>`,
        )}
      </div>
      <div id="outcome" role="status">
        ${parsed.ok ? outcome(parsed.ast) : mistakes(this.text, parsed.errors)}
      </div>
    `;
  }
}

function outcome(ast: Parameters<typeof formatQuery>[0]): TemplateResult {
  const matches = contacts.filter(compileQuery(ast, { schema }));
  const { ok, properties } = validateForGroup(ast);
  return html`
    <h4>Normal form</h4>
    <p><code>${formatQuery(ast)}</code></p>
    ${ok ? nothing : html`<p>Not for a smart group, since it names ${properties.join(', ')}.</p>`}
    <h4>${matches.length} of ${contacts.length} sample contacts match</h4>
    <ul>
      ${matches.map(({ firstName, lastName, email }) => html`<li>${firstName} ${lastName}, ${email}</li>`)}
    </ul>
  `;
}

const mistakes = (text: string, errors: readonly QueryError[]): TemplateResult => html`
  <h4>${errors.length === 1 ? 'One mistake' : `${String(errors.length)} mistakes`}</h4>
  <ul>
    ${errors.map(
      ({ message, range }) => html`<li><code>${text.slice(range.start, range.end)}</code> ${message}</li>`,
    )}
  </ul>
`;

/** The text in pieces, the faulty ones marked. */
function underlined(text: string, errors: readonly QueryError[]): (TemplateResult | string)[] {
  const pieces: (TemplateResult | string)[] = [];
  let from = 0;
  for (const { range } of errors) {
    const start = Math.max(range.start, from);
    if (start > from) pieces.push(text.slice(from, start));
    if (range.end > start) pieces.push(html`<mark>${text.slice(start, range.end)}</mark>`);
    from = Math.max(from, range.end);
  }
  pieces.push(`${text.slice(from)}\n`); // the line break keeps the box as high as the textarea's text
  return pieces;
}

declare global {
  interface HTMLElementTagNameMap {
    'query-playground': QueryPlayground;
  }
}
