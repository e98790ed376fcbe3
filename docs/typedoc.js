// The docs site: the guide and the API reference, built by `npm run docs` into docs/dist. Opens from the disk.
import { readdirSync } from 'node:fs';
import { OptionDefaults } from 'typedoc';

// the custom elements manifest's own tags
const blockTags = [
  ...OptionDefaults.blockTags,
  '@fires',
  '@slot',
  '@csspart',
  '@cssprop',
  '@cssstate',
  '@tag',
  '@attr',
];

// a type that is only a part of an exported one is shown where it is used, and needs no page of its own
const validation = { notExported: false, invalidLink: true, notDocumented: false };

/** The guide's pages in the order in which they are read; what is not named here comes after them. */
const order = [
  ...['start-script-tag', 'start-npm', 'troubleshooting', 'groups', 'frameworks', 'moving'],
  ...[
    'lead-form',
    'lead-form-shapes',
    'delivery',
    'script-tag',
    'group-picker',
    'group-stats',
    'campaign-groups',
    'contact-groups',
  ],
  ...['theming', 'languages', 'accessibility', 'relay', 'security', 'testing-with-the-mocks'],
  ...['sdk/getting-started', 'sdk/errors', 'sdk/retries-and-idempotency', 'sdk/timeouts-and-abort'],
  ...['sdk/pagination', 'sdk/bulk', 'sdk/export', 'sdk/validation', 'sdk/testing'],
];
/** The pages of a folder, the first ones as they are named. @param {string} folder @param {string[]} first */
function pagesOf(folder, first = []) {
  const place = (/** @type {string} */ page) => (first.includes(page) ? first.indexOf(page) : first.length);
  return readdirSync(new URL(folder, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replace(/\.md$/, '').replaceAll('\\', '/'))
    .sort((one, other) => place(one) - place(other) || one.localeCompare(other))
    .map((page) => `${folder}/${page}.md`);
}

/** @type {import('typedoc').TypeDocOptions} */
export default {
  name: 'FluenzR web kit',
  entryPointStrategy: 'packages',
  entryPoints: [
    '../packages/client',
    '../packages/elements',
    '../packages/mocks',
    '../packages/relay',
    '../packages/query',
    '../packages/expressions',
  ],
  packageOptions: {
    entryPoints: ['src/index.ts'],
    excludeInternal: true,
    excludePrivate: true,
    excludeExternals: true,
    disableGit: true,
    disableSources: true,
    readme: 'README.md',
    blockTags,
    validation,
  },
  blockTags,
  projectDocuments: [...pagesOf('guide', order), ...pagesOf('elements'), ...pagesOf('api', ['overview'])],
  readme: 'README.md',
  out: 'dist',
  cleanOutputDir: false, // the live parts are there already
  customJs: 'dist/playground.js',
  disableGit: true,
  disableSources: true,
  includeVersion: false,
  treatWarningsAsErrors: true,
  validation,
  navigation: { includeGroups: true },
  sort: ['documents-first', 'alphabetical-ignoring-documents'],
  groupOrder: [
    'Start',
    'Elements',
    'Servers and tests',
    'Languages of FluenzR',
    'SDK',
    'Element reference',
    'HTTP API',
    '*',
  ],
  highlightLanguages: [...OptionDefaults.highlightLanguages, 'svelte', 'vue', 'jsx', 'powershell'],
  searchInDocuments: true,
  // a word of the guide leads to its page, before the members and parameters that have it in their name
  searchGroupBoosts: {
    Start: 10,
    Elements: 10,
    'Servers and tests': 10,
    'Languages of FluenzR': 10,
    SDK: 10,
    'Element reference': 5,
    'HTTP API': 2,
    Properties: 0.03,
    Accessors: 0.03,
  },
  customCss: 'typedoc.css',
  githubPages: false,
};
