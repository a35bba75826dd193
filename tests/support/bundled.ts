import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'node_modules/.cache/tests');
const name = '@fluentui/react-components';

/**
 * Fluent as one file. It comes in hundreds, and every test file of the tab would link all of them anew, at
 * several seconds each; jest.config.json names the file in its place. Made once for the version installed.
 */
export async function bundleFluent(): Promise<void> {
  const { version } = JSON.parse(await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  const stamp = join(folder, 'fluent.version');
  const made = await readFile(stamp, 'utf8').catch(() => null);
  if (made === version) return;
  const outDir = `${folder}-${process.pid}`;
  const { build, esmExternalRequirePlugin } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir,
      minify: false,
      target: 'es2024',
      lib: { entry: join(root, 'node_modules', name), formats: ['es'], fileName: 'fluent' },
    },
    // The tests' own React, for what asks for it by `require` too.
    plugins: [esmExternalRequirePlugin({ external: [/^(react|react-dom|scheduler)(\/|$)/] })],
    define: { 'process.env.NODE_ENV': '"test"' },
  });
  await mkdir(folder, { recursive: true });
  // Another run may be making it too: each moves a whole file into place.
  await rename(join(outDir, 'fluent.js'), join(folder, 'fluent.mjs'));
  await rm(outDir, { recursive: true });
  await writeFile(stamp, version);
}
