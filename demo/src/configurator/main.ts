// The configurator: choices on one side, and what they make of the form on the other.
import { readChoices, writeChoices } from './choices.js';
import { Controls } from './controls.js';
import { copyButton } from './copy-button.js';
import { embedCode, readBuiltScript } from './embed-code.js';
import { addFieldRows } from './field-rows.js';
import { customFields, formRecord } from './form-record.js';
import { Preview } from './preview.js';

/** An element of configurator.html. */
function element<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new Error(`configurator.html has no ${type.name} with the id "${id}".`);
}

const form = element('choices', HTMLFormElement);
const surroundings = element('surroundings', HTMLFormElement);
const frame = element('preview', HTMLIFrameElement);
const code = element('code', HTMLPreElement);
const problem = element('problem', HTMLElement);
const record = element('record', HTMLPreElement);
const custom = element('custom', HTMLPreElement);
const customSection = element('custom-section', HTMLElement);
const copies = [code, record, custom].map((source) => {
  const button = element(`copy-${source.id}`, HTMLButtonElement);
  const status = element(`copied-${source.id}`, HTMLElement);
  copyButton(button, source, status);
  return { button, status };
});

addFieldRows(element('fields', HTMLUListElement));
const controls = new Controls(form);
const preview = new Preview(frame);
const script = await readBuiltScript().catch((error: unknown) => {
  problem.textContent = error instanceof Error ? error.message : String(error);
  throw error;
});

/** Preview, code and record show the last choices that make a form. */
function show(): void {
  const { choices } = controls;
  controls.update(choices);
  const { error } = controls;
  if (problem.textContent !== error) problem.textContent = error; // said once, not at every key
  for (const { button, status } of copies) {
    status.textContent = '';
    button.disabled = error !== '';
  }
  if (error) return;
  preview.show(choices);
  code.textContent = embedCode(choices, script);
  record.textContent = JSON.stringify({ forms: [formRecord(choices)] }, null, 2);
  custom.textContent = customFields(choices);
  customSection.hidden = custom.textContent === '';
}

function showAddress(): void {
  const given = new URLSearchParams(location.search);
  controls.choices = readChoices((name) => given.get(name));
  show();
}

function surround(): void {
  const chosen = new FormData(surroundings);
  frame.classList.toggle('narrow', chosen.has('narrow'));
  preview.surround({ dark: chosen.has('dark'), rightToLeft: chosen.has('rightToLeft') });
}

form.addEventListener('input', show);
form.addEventListener('change', () => {
  const query = writeChoices(controls.choices);
  if (`?${query}` !== (location.search || '?'))
    history.pushState(null, '', query ? `?${query}` : location.pathname);
});
form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('popstate', showAddress);
surroundings.addEventListener('change', surround);

surroundings.querySelectorAll('input').forEach((input) => (input.checked = input.defaultChecked)); // not as left before a reload
surround();
showAddress();
document.documentElement.dataset.ready = ''; // what the end-to-end test waits for
