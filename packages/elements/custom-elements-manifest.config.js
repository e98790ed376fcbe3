// What is in custom-elements.json, and what is made of it: the data that editors read. All of it goes into dist.
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** The analyzer reads sources; a user has what was built of them. @param {string} file */
const built = (file) => file.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');

/** Leaves what the class comments document, under the paths that are published. */
const published = {
  name: 'published',
  /** @param {{ customElementsManifest: import('custom-elements-manifest/schema.js').Package }} context */
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      module.path = built(module.path);
      for (const { declaration } of module.exports ?? [])
        if (declaration?.module) declaration.module = built(declaration.module);
      for (const declaration of module.declarations ?? []) {
        if (!('customElement' in declaration) || !declaration.customElement) continue;
        // the analyzer also takes every dispatchEvent() in a class for an event of its own
        declaration.events = (declaration.events ?? []).filter(({ description }) => description);
        declaration.members = (declaration.members ?? []).filter(
          ({ name, privacy, description }) => privacy !== 'private' && !name.startsWith('#') && description,
        );
      }
    }
    customElementsManifest.modules = customElementsManifest.modules.filter(
      ({ declarations, exports }) =>
        declarations?.some((declaration) => 'customElement' in declaration && declaration.customElement) ||
        exports?.some(({ kind }) => kind === 'custom-element-definition'),
    );
  },
};

const quiet = { outdir: 'dist', hideLogs: true };

export default {
  globs: ['src/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [
    published,
    customElementVsCodePlugin(quiet),
    customElementJetBrainsPlugin({ ...quiet, packageJson: false }),
  ],
};
