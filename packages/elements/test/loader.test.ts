import { expect } from 'chai';
import { loadElements } from '../src/loader/load-elements.js';

describe('the loader', () => {
  // a document of its own: the loader watches a document for as long as that lives
  let page: Document;
  let asked: string[];
  let failing = false;
  const module = (name: string) => () => {
    asked.push(name);
    return failing ? Promise.reject(new TypeError('no such file')) : Promise.resolve();
  };
  const load = () => loadElements(page, { 'fluenzr-one': module('one'), 'fluenzr-two': module('two') });
  const added = () => new Promise((resolve) => setTimeout(resolve)); // observers are told before timers
  const add = async (...path: string[]) => {
    let parent: Element = page.body;
    for (const name of path) parent = parent.appendChild(page.createElement(name));
    await added();
  };

  beforeEach(() => {
    page = document.implementation.createHTMLDocument();
    asked = [];
    failing = false;
  });

  it('loads what stands on the page, once', () => {
    page.body.append(page.createElement('fluenzr-one'), page.createElement('fluenzr-one'));
    load();
    expect(asked).to.deep.equal(['one']);
  });

  it('loads what is added later, at any depth', async () => {
    load();
    expect(asked).to.deep.equal([]);
    await add('fluenzr-two');
    await add('section', 'p', 'fluenzr-one');
    await add('fluenzr-one');
    expect(asked).to.deep.equal(['two', 'one']);
  });

  it('says what to do when code cannot be loaded, and asks again for the next element', async () => {
    const messages: unknown[] = [];
    const { error } = console;
    console.error = (...message: unknown[]) => void messages.push(message[0]);
    try {
      failing = true;
      load();
      await add('fluenzr-one');
      failing = false;
      await add('fluenzr-one');
    } finally {
      console.error = error;
    }
    expect(asked).to.deep.equal(['one', 'one']);
    expect(messages).to.have.length(1);
    expect(messages[0]).to.match(/<fluenzr-one> could not be loaded/);
  });
});
