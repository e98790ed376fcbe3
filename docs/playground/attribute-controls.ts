/** What an example must not try: it would leave the page, ask somebody else's server, or show nothing. */
const left = new Set([
  'mode',
  'captcha',
  'popup',
  'attribution',
  'opens',
  'opens-again',
  'redirect',
  'endpoint',
  'form',
]);

/** An attribute in the page's table, with the values that can be chosen. */
interface Attribute {
  readonly name: string;
  readonly type: string;
}

/** The table of attributes that a page of the element reference has. */
function attributesOf(page: Document): Attribute[] {
  const heading = [...page.querySelectorAll('h2')].find(
    ({ textContent }) => textContent.trim() === 'Attributes',
  );
  const table = heading?.nextElementSibling;
  return [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => ({
    name: row.children[0]?.textContent.trim() ?? '',
    type: row.children[1]?.textContent.trim() ?? '',
  }));
}

function labelled(name: string, control: HTMLElement): HTMLLabelElement {
  const label = document.createElement('label');
  const code = document.createElement('code');
  code.textContent = name;
  if (control instanceof HTMLInputElement && control.type === 'checkbox') label.append(control, code);
  else label.append(code, control);
  return label;
}

function checkbox(element: Element, name: string): HTMLElement {
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.checked = element.hasAttribute(name);
  input.addEventListener('change', () => element.toggleAttribute(name, input.checked));
  return input;
}

function choice(element: Element, name: string, values: readonly string[]): HTMLElement {
  const select = document.createElement('select');
  for (const value of ['', ...values]) select.add(new Option(value || 'not set', value));
  select.value = element.getAttribute(name) ?? '';
  select.addEventListener('change', () => set(element, name, select.value));
  return select;
}

function text(element: Element, name: string): HTMLElement {
  const input = document.createElement('input');
  input.value = element.getAttribute(name) ?? '';
  input.addEventListener('change', () => set(element, name, input.value));
  return input;
}

function set(element: Element, name: string, value: string): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

function controlOf(element: Element, { name, type }: Attribute): HTMLElement | undefined {
  if (left.has(name) || name.endsWith('id')) return undefined;
  const values = [...type.matchAll(/'([^']+)'/g)].map(([, value = '']) => value);
  if (values.length > 0) return choice(element, name, values);
  if (type === 'boolean') return checkbox(element, name);
  return element.hasAttribute(name) ? text(element, name) : undefined;
}

/** Controls for what can be set at an element, on its page of the reference: each sets its attribute at once. */
export function attributeControls(element: Element): HTMLElement | undefined {
  const controls = attributesOf(document).flatMap((attribute) => {
    const control = controlOf(element, attribute);
    return control ? [labelled(attribute.name, control)] : [];
  });
  if (controls.length === 0) return undefined;
  const fieldset = document.createElement('fieldset');
  fieldset.className = 'live-attributes';
  const legend = document.createElement('legend');
  legend.textContent = 'Attributes to try';
  fieldset.append(legend, ...controls);
  return fieldset;
}
