import '@fluenzr/elements/lead-form';
import { attributeControls } from './attribute-controls.js';
import type { LiveBackend, liveBackend } from './live-backend.js';

const behindLogin =
  'fluenzr-group-picker, fluenzr-group-stats, fluenzr-campaign-groups, fluenzr-contact-groups';

/** The script that this one is, in the folder `assets`: the backend's lies in the folder above. */
const here = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;

let backend: Promise<LiveBackend> | undefined;

/** Loads the backend's script, once: a classic one, since the docs open from the disk. */
function loadBackend(): Promise<LiveBackend> {
  return (backend ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL('../live-backend.js', here).href;
    script.onload = () => {
      const made = globalThis as unknown as { liveBackend: typeof liveBackend };
      made.liveBackend().then(resolve, reject);
    };
    script.onerror = () => reject(new Error(`${script.src} could not be loaded.`));
    document.head.append(script);
  }));
}

/** The content of an example: what stands beside an element too, such as a button that opens it, but no scripts. */
function place(code: HTMLElement): HTMLElement | undefined {
  const example = new DOMParser().parseFromString(code.textContent, 'text/html');
  const elements = example.body.querySelectorAll(`fluenzr-lead-form, ${behindLogin}`);
  if (elements.length === 0) return undefined;
  const live = document.createElement('div');
  live.className = 'live-example';
  live.lang = example.documentElement.lang || 'en';
  live.setAttribute('role', 'group');
  live.ariaLabel = 'The example above, live; nothing is sent';
  for (const form of example.querySelectorAll('fluenzr-lead-form')) {
    form.setAttribute('mode', 'test');
    // nobody wants to leave the docs, or to be interrupted in them
    for (const name of ['redirect', 'opens', 'captcha']) form.removeAttribute(name);
  }
  for (const script of example.body.querySelectorAll('script')) script.remove();
  for (const node of [...example.body.childNodes]) live.append(document.importNode(node, true));
  live.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a');
    if (link) event.preventDefault();
  });
  live.addEventListener('submit', (event) => event.preventDefault());
  return live;
}

/** Gives the elements behind a login a client, and something that is there to show. */
async function connect(live: HTMLElement): Promise<void> {
  const elements = live.querySelectorAll(behindLogin);
  if (elements.length === 0) return;
  const { client, ids } = await loadBackend();
  for (const element of elements) {
    for (const [name, id] of Object.entries(ids))
      if (element.hasAttribute(name)) element.setAttribute(name, id);
    Object.assign(element, { client });
  }
}

/** Puts the elements of the page's HTML examples below their code, live. */
async function showExamples(): Promise<void> {
  for (const code of document.querySelectorAll<HTMLElement>('pre > code.html')) {
    const live = place(code);
    if (!live) continue;
    code.parentElement?.after(live);
    await connect(live);
    const element = live.querySelector(`fluenzr-lead-form, ${behindLogin}`);
    const controls = element && attributeControls(element);
    if (controls) live.prepend(controls);
    live.dataset.ready = '';
  }
}

if (document.readyState === 'loading')
  document.addEventListener('DOMContentLoaded', () => void showExamples());
else void showExamples();
