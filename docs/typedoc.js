// The docs site: the guide and the API reference, built by `npm run docs` into docs/dist. Opens from the disk.
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
  projectDocuments: ['guide/**/*.md', 'elements/*.md'],
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
  githubPages: false,
};
