// Holds the documentation to the code: every TypeScript example compiles, in the guide and in doc
// comments, every relative link leads somewhere.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(path.join(root, 'packages')).flatMap((name) => [
    `packages/${name}/README.md`,
    `packages/${name}/src/README.md`,
  ]),
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !/^(api|dist|elements)\b/.test(file))
    .map((file) => `docs/${file}`),
].filter((file) => existsSync(path.join(root, file)));

/** The sources whose doc comments carry examples. */
const sources = readdirSync(path.join(root, 'packages')).flatMap((name) => {
  const folder = `packages/${name}/src`;
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);
});

/** What the examples of doc comments need not say: they have a client. */
const given = path.join(root, 'given.d.ts');
const givenText = `
  import type { FluenzR } from '@fluenzr/client';
  declare global {
    const fluenzr: FluenzR;
  }
`;

/** The doc comments of a source alone, without their stars, and with every line where it was. */
const docComments = (text: string): string =>
  text.replaceAll(/(\/\*\*.*?\*\/)|(.)/gs, (_, comment: string | undefined, code: string | undefined) =>
    comment ? comment.replaceAll(/^\s*\*(?: |$)/gm, '') : code === '\n' ? '\n' : '',
  );

/** A code block as a file of its own, at its line of the page so that a message names the right line. */
function examplesOf(page: string): Map<string, string> {
  const examples = new Map<string, string>();
  const content = readFileSync(path.join(root, page), 'utf8');
  const text = page.endsWith('.md') ? content : docComments(content);
  for (const match of text.matchAll(/^```(tsx?)\n(.*?)^```$/gms)) {
    const [, language = 'ts', code = ''] = match;
    const line = text.slice(0, match.index).split('\n').length;
    const file = path.join(root, `${page}.line-${String(line)}.${language}`);
    examples.set(file, '\n'.repeat(line) + code);
  }
  return examples;
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  types: ['node', 'mocha'],
  strict: true,
  jsx: ts.JsxEmit.ReactJSX,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  experimentalDecorators: true,
  useDefineForClassFields: false,
  skipLibCheck: true,
  noEmit: true,
};

const parsed = new Map<string, ts.SourceFile | undefined>();

function compile(examples: Map<string, string>, customConditions: string[]): ts.Program {
  const given = { ...options, customConditions };
  const host = ts.createCompilerHost(given);
  const fileExists = host.fileExists.bind(host);
  const readFile = host.readFile.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = (file) => examples.has(file) || fileExists(file);
  host.readFile = (file) => examples.get(file) ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = examples.get(file);
    if (text !== undefined) return ts.createSourceFile(file, text, version);
    if (!parsed.has(file)) parsed.set(file, getSourceFile(file, version, ...rest));
    return parsed.get(file);
  };
  return ts.createProgram([...examples.keys()], given, host);
}

/** What is wrong in the examples themselves: what they import is checked with the packages. */
function mistakes(examples: Map<string, string>, customConditions = ['source']): string[] {
  const program = compile(examples, customConditions);
  return [...examples.keys()]
    .map((example) => program.getSourceFile(example))
    .flatMap((example) => [
      ...program.getSyntacticDiagnostics(example),
      ...program.getSemanticDiagnostics(example),
    ])
    .map(({ file, start = 0, messageText }) => {
      const message = ts.flattenDiagnosticMessageText(messageText, '\n');
      if (!file) return message;
      const { line } = file.getLineAndCharacterOfPosition(start);
      return `${path.relative(root, file.fileName).replace(/\.line-\d+\.tsx?$/, '')}:${String(line + 1)} ${message}`;
    });
}

/** What a source exports by name. */
const exportsOf = (source: string): string[] =>
  [
    ...readFileSync(path.join(root, source), 'utf8').matchAll(
      /^export (?:(?:abstract|async|const|class|function|interface|type) )+(\w+)/gm,
    ),
  ].map(([, name = '']) => name);

/** The examples of a package's doc comments, which need not import what the package itself exports. */
function commentExamplesOf(name: string): [file: string, code: string][] {
  const own = sources.filter((source) => source.startsWith(`packages/${name}/`));
  const exporter = new Map(own.flatMap((source) => exportsOf(source).map((word) => [word, source])));
  return own.flatMap((source) =>
    [...examplesOf(source)].map(([file, code]): [file: string, code: string] => {
      const declared =
        code.match(/\b(?:import [^;]*|(?:const|let|type) (?:\w+|\{[^}]*\}|\[[^\]]*\]))/g)?.join() ?? '';
      const used = new Set(code.match(/(?<![.'\w])\w+/g));
      const imports = [...exporter]
        .filter(([word]) => used.has(word) && !new RegExp(`\\b${word}\\b`).test(declared))
        .map(([word, from]) => `import { ${word} } from '${path.join(root, from).replace(/\.ts$/, '.js')}';`);
      return [file, imports.join(' ') + code];
    }),
  );
}

describe('the documentation', () => {
  it('has only TypeScript examples that compile', () => {
    const examples = new Map(pages.flatMap((page) => [...examplesOf(page)]));
    expect(examples.size).to.be.greaterThan(0);
    expect(mistakes(examples)).to.deep.equal([]);
  });

  // each alone, as in a project that has nothing else: an import of another example must not bring its types
  it('has only examples of elements that compile in a project with the built packages', () => {
    if (!existsSync(path.join(root, 'packages/elements/dist/index.d.ts')))
      throw new Error('Build first: npm run build');
    const examples = pages.flatMap((page) => [...examplesOf(page)]);
    const ofElements = examples.filter(([, code]) => code.includes("'@fluenzr/elements/"));
    expect(ofElements.length).to.be.greaterThan(10);
    expect(ofElements.flatMap((example) => mistakes(new Map([example]), []))).to.deep.equal([]);
  });

  it('has only doc comments whose TypeScript examples compile', () => {
    const examples = new Map(readdirSync(path.join(root, 'packages')).flatMap(commentExamplesOf));
    expect(examples.size).to.be.greaterThan(80);
    expect(mistakes(new Map([[given, givenText], ...examples]))).to.deep.equal([]);
  });

  for (const page of pages)
    it(`has no dead link in ${page}`, () => {
      const text = readFileSync(path.join(root, page), 'utf8').replace(/^```.*?^```$/gms, '');
      const dead = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^(https?:|mailto:|#)/.test(target))
        .filter((target) => !existsSync(path.join(root, path.dirname(page), target.replace(/#.*$/, ''))));
      expect(dead).to.deep.equal([]);
    });
});
