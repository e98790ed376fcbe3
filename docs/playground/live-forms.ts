import '@fluenzr/elements/lead-form';

/** Puts every lead form of a page's HTML examples below its code, live: in test mode, so that nothing leaves the page. */
function showForms(): void {
  for (const code of document.querySelectorAll<HTMLElement>('pre > code.html')) {
    const example = new DOMParser().parseFromString(code.textContent, 'text/html');
    const forms = example.querySelectorAll('fluenzr-lead-form');
    if (forms.length === 0) continue;
    const place = document.createElement('div');
    place.className = 'live-example';
    place.setAttribute('role', 'group');
    place.ariaLabel = 'The example above, live; nothing is sent';
    // with what belongs to the example beside the form, such as a button that opens it, but not its scripts
    for (const node of [...example.body.childNodes])
      if (node.nodeName !== 'SCRIPT') place.append(document.importNode(node, true));
    for (const form of place.querySelectorAll('fluenzr-lead-form')) {
      form.mode = 'test';
      // nobody wants to leave the docs, or to be interrupted in them
      for (const name of ['redirect', 'opens']) form.removeAttribute(name);
    }
    code.parentElement?.after(place);
  }
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', showForms);
else showForms();
