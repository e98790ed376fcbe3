import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

// Who may import whom. An arrow that is not here is a mistake, and lint says so.
const allowed = {
  query: [],
  expressions: [],
  client: ['ky', 'zod/mini', '@fluenzr/query'],
  elements: [
    'lit',
    'lit/*',
    '@lit/*',
    '@fluenzr/client',
    '@fluenzr/client/*',
    '@fluenzr/expressions',
    'altcha-lib',
    'altcha-lib/*',
    'react',
  ],
  mocks: [
    'msw',
    'msw/*',
    '@fluenzr/client',
    '@fluenzr/client/*',
    '@fluenzr/query',
    '@fluenzr/expressions',
    'node:*',
  ],
  relay: [
    '@fluenzr/client',
    '@fluenzr/client/*',
    '@electric-sql/pglite',
    '@hono/*',
    'altcha-lib',
    'altcha-lib/*',
    'hono',
    'hono/*',
    'nodemailer',
    'pg',
    'zod/mini',
    'node:*',
  ],
};

const importRules = Object.entries(allowed).map(([name, specifiers]) => ({
  files: [`packages/${name}/src/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            // everything that is neither relative nor allowed
            regex: `^(?!\\.{1,2}/${specifiers.map((specifier) => `|${specifier.replace('*', '.+')}$`).join('')})`,
            message: `packages/${name} may import only: ${specifiers.join(', ') || 'nothing'}. ARCHITECTURE.md has the arrows.`,
          },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'docs/**/*.js'] },
  {
    files: ['packages/*/src/**/*.ts', 'packages/*/test/**/*.ts', 'demo/**/*.ts', 'docs/**/*.ts'],
    extends: [
      ...tseslint.configs.strictTypeChecked,
      lit['flat/recommended'],
      wc['flat/recommended'],
      wc['flat/best-practice'],
    ],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `import * as z from 'zod/mini'` shakes; `import { z }` brings all of zod in esbuild
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[source.value=/^zod/] ImportSpecifier',
          message: "Write `import * as z from 'zod/mini'`: the named import costs five times as many bytes.",
        },
      ],
    },
  },
  ...importRules,
  {
    files: ['packages/*/test/**/*.ts', 'demo/test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off', // chai
      '@typescript-eslint/no-floating-promises': 'off', // node:test's describe and it return promises
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['packages/{elements,benchmarks}/**/*.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off', 'wc/guard-super-call': 'off' },
  },
);
