// The package as `npm install` brings it, used from where programs use it. Run `npm run build` first.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { expect } from 'chai';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import ts from 'typescript';
import { findBrowser } from '../../tooling/src/find-browser.js';

const folder = fileURLToPath(new URL('..', import.meta.url));
const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));

const imports = "import { createClient, NotFoundError } from '@fluenzr/client';";
/** Creates a contact, and meets a typed error; its outcome is left in a global variable. */
const body = `
  const answers = [
    { id: 'con_1', email: 'ada@example.com', emailStatus: 'VALID', firstName: null, lastName: null, status: 'ACTIVE',
      language: null, tags: [], fields: {}, groups: [], createdAt: '', updatedAt: '', lastEngagedAt: null, version: 1,
      enrollments: [] },
    { status: 404, title: 'Not found', code: 'CONTACT_NOT_FOUND', requestId: 'req_1' },
  ];
  const fluenzr = createClient({
    baseUrl: 'https://crm.example.com',
    apiKey: () => 'token-0123456789',
    fetch: async () => {
      const body = answers.shift();
      return new Response(JSON.stringify(body), { status: body.status === 404 ? 404 : 201 });
    },
  });
  const contact = await fluenzr.contacts.create({ email: 'ada@example.com' });
  const error = await fluenzr.contacts.get('con_2').catch((reason) => reason);
  globalThis.outcome = [contact.id, error instanceof NotFoundError, error.code].join(' ');
`;
const expected = 'con_1 true CONTACT_NOT_FOUND';

describe('the packed package', () => {
  let scratch: string;
  before(() => {
    if (!existsSync(path.join(folder, 'dist', 'index.js'))) throw new Error('Build first: npm run build');
    scratch = mkdtempSync(path.join(os.tmpdir(), 'fluenzr-client-'));
    execFileSync('npm', ['pack', '--silent', '--pack-destination', scratch], { cwd: folder, stdio: 'pipe' });
    const tarball = readdirSync(scratch)[0] ?? '';
    const home = path.join(scratch, 'node_modules', '@fluenzr', 'client');
    mkdirSync(home, { recursive: true });
    execFileSync('tar', ['-xzf', path.join(scratch, tarball), '-C', home, '--strip-components=1']);
    for (const name of ['ky', 'zod', '@fluenzr/query']) {
      symlinkSync(path.join(modules, name), path.join(scratch, 'node_modules', name));
    }
    writeFileSync(path.join(scratch, 'package.json'), '{"type":"module"}');
    writeFileSync(path.join(scratch, 'program.js'), imports + body);
  });
  after(() => rmSync(scratch, { recursive: true, force: true }));

  const bundle = async (contents: string, format: 'esm' | 'iife') => {
    const stdin = { contents, resolveDir: scratch };
    const options = { bundle: true, platform: 'browser', target: 'es2022', write: false } as const;
    const { outputFiles } = await build({ stdin, format, ...options });
    return outputFiles[0]?.text ?? '';
  };

  it('works in Node as an ES module', () => {
    const script = 'await import("./program.js"); console.log(globalThis.outcome)';
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: scratch });
    expect(output.toString().trim()).to.equal(expected);
  });

  it('touches no global when it is imported', () => {
    const script = `
      await import('ky'); // looks at what the platform can
      for (const name of ['fetch', 'crypto', 'performance', 'process', 'setTimeout']) {
        Object.defineProperty(globalThis, name, { get() { throw new Error('touched ' + name); } });
      }
      await import('@fluenzr/client/core');
      await import('@fluenzr/client/contacts');`;
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: scratch, stdio: 'pipe' });
  });

  it('works bundled, in a worker-like context: without a DOM, without Node', async () => {
    const context = vm.createContext({
      ...{
        fetch,
        Request,
        Response,
        Headers,
        URL,
        URLSearchParams,
        AbortController,
        AbortSignal,
        DOMException,
      },
      ...{ crypto, performance, setTimeout, clearTimeout, ReadableStream, TextDecoder, TextEncoder, Blob },
    });
    vm.runInContext(await bundle(`${imports} globalThis.run = async () => {${body}};`, 'iife'), context);
    await vm.runInContext('run()', context);
    expect(context.outcome).to.equal(expected);
  });

  it('works bundled, in a page', async () => {
    const { executablePath, env, args } = await findBrowser();
    const browser = await chromium.launch({ executablePath, env, args });
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ type: 'module', content: await bundle(imports + body, 'esm') });
      await page.waitForFunction('globalThis.outcome');
      expect(await page.evaluate('globalThis.outcome')).to.equal(expected);
    } finally {
      await browser.close();
    }
  });

  for (const [name, module, moduleResolution] of [
    ['nodenext', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
    ['bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
  ] as const) {
    it(`has types under moduleResolution ${name}`, () => {
      const file = path.join(scratch, `types-${name}.ts`);
      const code = `
        import { createClient, type FluenzR, NotFoundError } from '@fluenzr/client';
        import { createClient as createLean } from '@fluenzr/client/core';
        import { contacts } from '@fluenzr/client/contacts';
        import { validate } from '@fluenzr/client/validate';
        import { ContactCreate } from '@fluenzr/client/schemas';
        const fluenzr: FluenzR = createClient({ baseUrl: '', apiKey: '' });
        export const email: Promise<string> = fluenzr.contacts.get('con_1').then((contact) => contact.email);
        export const lean = createLean({
          resources: { contacts }, baseUrl: '', apiKey: '', validate: validate({ 'POST /contacts': { body: ContactCreate } }),
        });
        // @ts-expect-error the types are there, and say no
        lean.contacts.create({});
        export const is = (error: unknown) => error instanceof NotFoundError && error.status;`;
      writeFileSync(file, code);
      const options = {
        module,
        moduleResolution,
        target: ts.ScriptTarget.ES2022,
        strict: true,
        noEmit: true,
        types: [],
      };
      const found = ts.getPreEmitDiagnostics(ts.createProgram([file], options));
      expect(
        found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
      ).to.deep.equal([]);
    });
  }
});
