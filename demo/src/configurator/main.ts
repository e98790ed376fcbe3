// The configurator: choices on one side, and what they make of the form on the other.
import { readChoices, writeChoices } from './choices.js';
import { Controls } from './controls.js';
import { embedCode, readBuiltScript } from './embed-code.js';
import { addFieldRows } from './field-rows.js';
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
const copy = element('copy', HTMLButtonElement);
const copied = element('copied', HTMLElement);

addFieldRows(element('fields', HTMLUListElement));
const controls = new Controls(form);
const preview = new Preview(frame);
const script = await readBuiltScript().catch((error: unknown) => {
  problem.textContent = error instanceof Error ? error.message : String(error);
  throw error;
});

/** Preview and code show the last choices that make a form. */
function show(): void {
  const { choices } = controls;
  controls.update(choices);
  copied.textContent = '';
  const { error } = controls;
  if (problem.textContent !== error) problem.textContent = error; // said once, not at every key
  copy.disabled = error !== '';
  if (error) return;
  preview.show(choices);
  code.textContent = embedCode(choices, script);
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

copy.addEventListener('click', () => {
  navigator.clipboard.writeText(code.textContent).then(
    () => (copied.textContent = 'Copied.'),
    () => {
      // blocked, or a page without TLS
      getSelection()?.selectAllChildren(code);
      copied.textContent = 'The code is selected: copy it with Ctrl+C, or Cmd+C on a Mac.';
    },
  );
});

surroundings.querySelectorAll('input').forEach((input) => (input.checked = input.defaultChecked)); // not as left before a reload
surround();
showAddress();
document.documentElement.dataset.ready = ''; // what the end-to-end test waits for
