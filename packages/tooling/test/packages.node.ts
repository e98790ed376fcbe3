// What `npm install` brings: the packed packages, held against the rules of npm and of TypeScript's resolution.
// Run `npm run build` first.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { expect } from 'chai';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Manifest {
  name: string;
  private?: boolean;
  dependencies?: Record<string, string>;
  [member: string]: unknown;
}

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;

const folders = readdirSync(path.join(root, 'packages'))
  .map((name) => path.join(root, 'packages', name))
  .filter((folder) => existsSync(path.join(folder, 'package.json')) && !manifestOf(folder).private);

for (const folder of folders) {
  const manifest = manifestOf(folder);

  describe(`the package ${manifest.name}`, () => {
    let scratch: string;
    before(() => {
      if (!existsSync(path.join(folder, 'dist', 'index.js'))) throw new Error('Build first: npm run build');
      scratch = mkdtempSync(path.join(os.tmpdir(), 'fluenzr-pack-'));
    });
    after(() => rmSync(scratch, { recursive: true, force: true }));

    it('is well formed', async () => {
      const { messages } = await publint({ pkgDir: folder, strict: true });
      expect(messages.map((message) => formatMessage(message, manifest))).to.deep.equal([]);
    });

    it('has types that every way of resolving finds', async () => {
      execFileSync('npm', ['pack', '--silent', '--pack-destination', scratch], {
        cwd: folder,
        stdio: 'pipe',
      });
      const [tarball = ''] = readdirSync(scratch);
      const packed = createPackageFromTarballData(readFileSync(path.join(scratch, tarball)));
      const analysis = await checkPackage(packed);
      expect(analysis.types, 'has types').not.to.equal(false);
      // ESM only, by choice: neither require() nor the resolution of Node 10 is served
      const problems = ('problems' in analysis ? analysis.problems : []).filter(
        (problem) =>
          problem.kind !== 'CJSResolvesToESM' &&
          !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)),
      );
      expect(problems).to.deep.equal([]);
    });

    it('brings its README and no sources', () => {
      const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--silent'], {
        cwd: folder,
        stdio: 'pipe',
      });
      const [{ files }] = JSON.parse(listed.toString()) as [{ files: { path: string }[] }];
      const paths = files.map((file) => file.path);
      expect(paths).to.include('README.md');
      const readme = readFileSync(path.join(folder, 'README.md'), 'utf8').replace(/^```.*?^```$/gms, '');
      const links = [...readme.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map(([, target = '']) => target);
      expect(
        links.filter((link) => !paths.includes(link)),
        'links that lead out of the package',
      ).to.deep.equal([]);
      expect(paths.filter((file) => /^(src|test)\/|\.tsbuildinfo$/.test(file))).to.deep.equal([]);
    });
  });
}
