import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifyHTMLLiterals } from 'minify-literals';
import { msw } from 'msw/vite';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

// One config, four builds, chosen by `--mode`:
//   npm:<package>   what `npm install` brings: one ES module per source file, dependencies left out
//   script:<what>   what a script tag loads: `lead-form` is the form in one minified ES module, `kit` the loader, every
//                   element and the client, with what they share in files of their own, `development` the warnings
//   docs:<what>     the live parts of the docs' pages, as classic scripts (the docs open from the disk, where module
//                   scripts do not load): `playground` is on every page, `live-backend` where an example needs it
//   demo            the demo (also the dev server); it loads the built script-tag file, not the source
const root = fileURLToPath(new URL('.', import.meta.url));
const packageFolder = (name: string) => path.join(root, 'packages', name);

/** Leaves `new Worker(new URL(…, import.meta.url))` as it is written: the application's bundler makes the worker. */
const workersAsWritten: Plugin = {
  name: 'workers-as-written',
  enforce: 'pre',
  transform: (code) =>
    code.includes('new Worker(')
      ? { code: code.replaceAll('import.meta.url', '__moduleUrl'), map: null }
      : null,
  renderChunk: (code) =>
    code.includes('__moduleUrl')
      ? { code: code.replaceAll('__moduleUrl', 'import.meta.url'), map: null }
      : null,
};

function npmBuild(name: string): UserConfig {
  const folder = packageFolder(name);
  const source = path.join(folder, 'src');
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
    peerDependencies?: Record<string, string>;
  };
  const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  const modules = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return {
    root: folder,
    publicDir: false,
    plugins: [workersAsWritten],
    build: {
      outDir: 'dist',
      emptyOutDir: false, // the declarations of `tsc -b` are there already
      target: 'es2022',
      sourcemap: true,
      minify: false,
      lib: {
        entry: Object.fromEntries(
          modules.map((file) => [file.replace(/\.ts$/, ''), path.join(source, file)]),
        ),
        formats: ['es'],
      },
      rolldownOptions: {
        external: (id) =>
          id.startsWith('node:') || dependencies.some((name) => id === name || id.startsWith(`${name}/`)),
        output: {
          preserveModules: true,
          preserveModulesRoot: source,
          // the compiler's decorator helper, under a name of ours instead of one with its version in it
          entryFileNames: (chunk) =>
            chunk.name.startsWith('_virtual/') ? 'internal/decorate.js' : '[name].js',
        },
      },
    },
  };
}

/** Folds white space in the html`` and css`` templates of the elements: fewer bytes in the script-tag files. */
const minifyTemplates: Plugin = {
  name: 'minify-templates',
  enforce: 'pre',
  async transform(code, id) {
    if (!id.startsWith(path.join(packageFolder('elements'), 'src'))) return null;
    if (code.includes('unsafeCSS(')) return null; // text that is not in the template cannot be folded
    const result = await minifyHTMLLiterals(code, { fileName: id });
    return result ? { code: result.code, map: result.map ?? null } : null;
  },
};

/** The lead form alone, in one file: a page that has nothing else of ours makes one request. */
const leadFormAlone = 'lead-form';

const elementsSource = path.join(packageFolder('elements'), 'src');
const elements = readdirSync(elementsSource).filter((name) =>
  existsSync(path.join(elementsSource, name, 'define.ts')),
);
const defineModule = (name: string) => path.join(elementsSource, name, 'define.ts');

/** Everything else that a script tag loads: an entry for each, and what they share once. */
const kitEntries = {
  client: path.join(packageFolder('client'), 'src', 'index.ts'),
  ...Object.fromEntries(
    elements.filter((name) => name !== leadFormAlone).map((name) => [name, defineModule(name)]),
  ),
};

/** What the builds for script tags share. They write into one folder. */
const scriptTag = {
  root: packageFolder('elements'),
  publicDir: false,
  resolve: { conditions: ['source', 'module', 'browser', 'production'] },
  build: {
    outDir: 'dist/cdn',
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: true,
  },
} satisfies UserConfig;

/** The warnings for developers: a classic script, which runs before every module, wherever it stands in the page. */
const developmentScript: UserConfig = {
  ...scriptTag,
  build: {
    ...scriptTag.build,
    lib: {
      entry: { development: path.join(elementsSource, 'development', 'script.ts') },
      formats: ['iife'],
      name: 'development',
    },
    rolldownOptions: { output: { entryFileNames: '[name]-[hash].js' } },
  },
};

function scriptBuild(name: string): UserConfig {
  const alone = name === leadFormAlone;
  return {
    ...scriptTag,
    base: './', // the file of a worker is found beside the script, wherever that is
    plugins: [minifyTemplates],
    worker: {
      format: 'es',
      rolldownOptions: { output: { entryFileNames: 'parts/[name]-[hash].js' } },
    },
    build: {
      ...scriptTag.build,
      minify: true,
      lib: { entry: alone ? { [name]: defineModule(name) } : kitEntries, formats: ['es'] },
      rolldownOptions: {
        // what a part shares with the file that loads it stays in that file: one request, not two
        preserveEntrySignatures: 'allow-extension',
        output: {
          minify: true, // vite leaves the white space of an ES library otherwise
          entryFileNames: '[name]-[hash].js',
          // an element is named after its folder, not after the file that defines it
          chunkFileNames: ({ facadeModuleId, name }) =>
            `parts/${name === 'define' && facadeModuleId ? path.basename(path.dirname(facadeModuleId)) : '[name]'}-[hash].js`,
        },
      },
    },
  };
}

function demo(): UserConfig {
  return {
    root: path.join(root, 'demo'),
    base: './',
    publicDir: path.join(packageFolder('elements'), 'dist', 'cdn'),
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    plugins: [msw({ mode: 'worker-only' })], // serves the service worker in dev and writes it into the build
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: 'es2022',
      sourcemap: true,
      rolldownOptions: {
        input: ['index.html', 'configurator.html'].map((page) => path.join(root, 'demo', page)),
      },
      chunkSizeWarningLimit: 2000, // the whole mock backend and MSW are in it: a demo, not a product page
    },
    server: { port: 5173, strictPort: true },
    preview: { port: 4173, strictPort: true },
  };
}

function docs(name: string): UserConfig {
  return {
    root: path.join(root, 'docs'),
    publicDir: false,
    resolve: { conditions: ['source', 'module', 'browser', 'production'] },
    build: {
      outDir: 'dist',
      emptyOutDir: false,
      target: 'es2022',
      lib: {
        entry: path.join(root, 'docs', 'playground', `${name}.ts`),
        formats: ['iife'],
        name: name.replaceAll('-', '_'),
        fileName: () => `${name}.js`,
      },
      chunkSizeWarningLimit: 2000, // the whole mock backend is in one of them
      // there is none in a classic script; only a worker asks for it, which no example starts
      rolldownOptions: { transform: { define: { 'import.meta': '{}' } } },
    },
  };
}

export default defineConfig(({ mode }) => {
  const [kind, name] = mode.split(':');
  if (kind === 'npm' && name) return npmBuild(name);
  if (kind === 'script' && name === 'development') return developmentScript;
  if (kind === 'script' && name) return scriptBuild(name);
  if (kind === 'docs' && name) return docs(name);
  if (kind === 'demo' || kind === 'development' || kind === 'production') return demo();
  throw new Error(
    `Unknown mode "${mode}": use npm:<package>, script:lead-form, script:kit, script:development, docs:playground, docs:live-backend or demo.`,
  );
});
