import axe from 'axe-core';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { fixture, html, oneEvent } from '@open-wc/testing';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import '@fluenzr/elements/lead-form';
import { TestEndpoint } from './lead-form-endpoint.js';
import { field, form, part, settled, type, until } from './lead-form-fixture.js';

describe('<fluenzr-lead-form popup>', () => {
  let endpoint: TestEndpoint;

  beforeEach(() => {
    endpoint = new TestEndpoint();
    // test pages that run side by side cover each other
    Object.defineProperty(document, 'hidden', { configurable: true, value: false });
  });
  afterEach(() => {
    endpoint.remove();
    Reflect.deleteProperty(document, 'hidden');
  });

  const make = async (
    attributes: Record<string, string> = {},
    heading = 'Get the product tour',
  ): Promise<FluenzrLeadForm> => {
    const element = document.createElement('fluenzr-lead-form');
    element.append(Object.assign(document.createElement('h2'), { textContent: heading }));
    const settings = {
      endpoint: 'https://leads.example.com',
      form: 'frm_website',
      popup: 'dialog',
      ...attributes,
    };
    for (const [name, value] of Object.entries(settings)) element.setAttribute(name, value);
    const page = await fixture<HTMLElement>(
      html`<main>
        <button data-fluenzr-open>Get the tour</button>
        <form>
          <label>Search <input name="q" /></label>
        </form>
        <p></p>
      </main>`,
    );
    page.append(element);
    await until(() => part(element, 'popup'));
    return element;
  };
  const opener = (): HTMLButtonElement => document.querySelector('[data-fluenzr-open]')!;
  const isOpen = (element: FluenzrLeadForm): boolean => field(element, 'email').checkVisibility();
  /** What has the focus, in a word. */
  const focused = (): string | null | undefined => {
    let { activeElement } = document;
    while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
    return ['part', 'name', 'data-fluenzr-open']
      .filter((name) => activeElement?.hasAttribute(name))
      .map((name) => activeElement?.getAttribute(name) || name)[0];
  };
  const leave = (): boolean =>
    document.body.dispatchEvent(
      new MouseEvent('mouseout', { bubbles: true, clientY: -1, relatedTarget: null }),
    );

  it('takes no place in the page, and shows nothing before it is asked for', async () => {
    const element = await make();
    const { height } = element.parentElement!.getBoundingClientRect();
    expect(isOpen(element)).to.be.false;
    element.remove();
    expect(document.querySelector('main')!.getBoundingClientRect().height).to.equal(height);
  });

  it('opens from a button with the keyboard, keeps the focus in, and gives it back', async () => {
    const element = await make();
    opener().focus();
    await sendKeys({ press: 'Enter' });
    expect(isOpen(element)).to.be.true;
    expect(focused()).to.equal('popup');
    document.querySelector<HTMLInputElement>('[name=q]')!.focus();
    expect(focused(), 'the page behind is inert').not.to.equal('q');
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('close');
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('email');
    await sendKeys({ press: 'Escape' });
    expect(isOpen(element)).to.be.false;
    expect(focused()).to.equal('data-fluenzr-open');
  });

  it('is closed by its button, and beside it as long as nothing is typed', async () => {
    const element = await make();
    opener().click();
    part(element, 'close')!.click();
    expect(isOpen(element)).to.be.false;
    opener().click();
    part(element, 'popup')!.click();
    expect(isOpen(element)).to.be.false;
    opener().click();
    type(element, 'email', 'ada@example.com');
    part(element, 'popup')!.click();
    expect(isOpen(element)).to.be.true;
    part(element, 'close')!.click();
    opener().click();
    expect(field(element, 'email').value, 'what was typed is still there').to.equal('ada@example.com');
  });

  it('opens the form that a link names', async () => {
    const element = await make({ id: 'tour' });
    opener().dataset.fluenzrOpen = 'other';
    opener().click();
    expect(isOpen(element)).to.be.false;
    opener().dataset.fluenzrOpen = 'tour';
    opener().click();
    expect(isOpen(element)).to.be.true;
  });

  it('opens after some seconds', async () => {
    const element = await make({ opens: '0s' });
    // browsers let the timers of pages in the background wait
    await until(() => isOpen(element));
  });

  it('opens when so much of the page was seen', async () => {
    const element = await make({ opens: '50%' });
    const tall = element.parentElement!;
    tall.style.height = '5000px';
    scrollTo({ top: 1000, behavior: 'instant' });
    await oneEvent(document, 'scroll');
    expect(isOpen(element)).to.be.false;
    scrollTo({ top: 4000, behavior: 'instant' });
    await until(() => isOpen(element));
    tall.style.height = '';
  });

  it('opens when the pointer leaves upwards, and only then', async () => {
    const element = await make({ opens: 'exit' });
    document.body.dispatchEvent(
      new MouseEvent('mouseout', { bubbles: true, clientY: 300, relatedTarget: null }),
    );
    expect(isOpen(element)).to.be.false;
    leave();
    expect(isOpen(element)).to.be.true;
  });

  it('does not come by itself a second time', async () => {
    const first = await make({ opens: 'exit' });
    leave();
    part(first, 'close')!.click();
    leave();
    expect(isOpen(first)).to.be.false;
    const nextVisit = await make({ opens: 'exit' });
    leave();
    expect(isOpen(nextVisit)).to.be.false;
    opener().dataset.fluenzrOpen = nextVisit.id = 'next';
    opener().click();
    expect(isOpen(nextVisit), 'the button still opens it').to.be.true;
  });

  it('comes again after the days that the page allows', async () => {
    const now = Date.now();
    localStorage.setItem('fluenzr-popup:frm_website', String(now - 6 * 86_400_000));
    const early = await make({ opens: 'exit', 'opens-again': '7d' });
    leave();
    expect(isOpen(early)).to.be.false;
    localStorage.setItem('fluenzr-popup:frm_website', String(now - 8 * 86_400_000));
    const late = await make({ opens: 'exit', 'opens-again': '7d' });
    leave();
    expect(isOpen(late)).to.be.true;
  });

  it('comes never again after it was sent', async () => {
    const element = await make();
    opener().click();
    field(element, 'email').focus();
    field(element, 'email').value = 'ada@example.com';
    const accepted = oneEvent(element, 'fluenzr-accepted');
    form(element).requestSubmit();
    await accepted;
    await settled(element);
    expect(part(element, 'success')!.checkVisibility()).to.be.true;
    expect(focused(), 'the message takes the focus').to.equal('success');
    const nextVisit = await make({ opens: 'exit', 'opens-again': '0d' });
    leave();
    expect(isOpen(nextVisit)).to.be.false;
  });

  it('comes once a page view where nothing can be stored', async () => {
    endpoint.blocked = true;
    const element = await make({ opens: 'exit', 'opens-again': '0d' });
    leave();
    expect(isOpen(element)).to.be.true;
    part(element, 'close')!.click();
    leave();
    expect(isOpen(element)).to.be.false;
  });

  it('does not come over a form that is being filled in', async () => {
    const element = await make({ opens: 'exit' });
    const search = document.querySelector<HTMLInputElement>('[name=q]')!;
    search.focus();
    leave();
    expect(isOpen(element)).to.be.false;
    await sendKeys({ type: 'leads' });
    search.blur();
    leave();
    expect(isOpen(element)).to.be.false;
    search.form!.addEventListener('submit', (event) => event.preventDefault());
    search.form!.requestSubmit();
    leave();
    expect(isOpen(element)).to.be.true;
  });

  it('does not come over another dialog', async () => {
    const element = await make({ opens: 'exit' });
    const other = document.createElement('dialog');
    element.parentElement!.append(other);
    other.showModal();
    leave();
    expect(isOpen(element)).to.be.false;
    other.close();
    leave();
    expect(isOpen(element)).to.be.true;
  });

  it('slides in beside the page, without the focus, and says so', async () => {
    const element = await make({ popup: 'slide-in', opens: 'exit' });
    opener().focus();
    leave();
    expect(isOpen(element)).to.be.true;
    expect(focused()).to.equal('data-fluenzr-open');
    expect(element.shadowRoot!.lastElementChild!.textContent).to.equal(
      'A form has opened: Get the product tour',
    );
    field(element, 'email').focus();
    await sendKeys({ press: 'Escape' });
    expect(isOpen(element)).to.be.false;
    opener().click();
    expect(focused(), 'asked for, it takes the focus').to.equal('email');
  });

  it('says its heading as it is, whatever signs are in it', async () => {
    const element = await make({ popup: 'slide-in', opens: 'exit' }, 'Save $& today');
    leave();
    expect(element.shadowRoot!.lastElementChild!.textContent).to.equal('A form has opened: Save $& today');
  });

  it('tells the developer what it does not understand', async () => {
    const told: unknown[] = [];
    const { error } = console;
    console.error = (text: unknown) => void told.push(text);
    await make({ opens: 'soon' });
    console.error = error;
    expect(told).to.deep.equal([
      '<fluenzr-lead-form opens="soon"> means nothing: give seconds (20s), a share of the page (50%), or exit.',
    ]);
  });

  for (const theme of ['light', 'dark'])
    for (const popup of ['dialog', 'slide-in'])
      it(`has a name, large targets, and nothing for axe to find: ${popup}, ${theme}`, async () => {
        const element = await make({ popup, theme });
        opener().click();
        expect(part(element, 'popup')!.ariaLabel).to.equal('Get the product tour');
        await until(() => {
          const { width, height } = part(element, 'close')!.getBoundingClientRect();
          return Math.min(width, height) >= 44;
        });
        await Promise.all(
          part(element, 'popup')!
            .getAnimations()
            .map(({ finished }) => finished),
        );
        const { violations, incomplete } = await axe.run(element);
        expect(
          [...violations, ...incomplete].map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`),
        ).to.deep.equal([]);
      });
});
