import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import type { Values } from './values.ts';

const source = join(import.meta.dirname, '../../appPackage');

interface Manifest {
  icons: { color: string; outline: string };
  localizationInfo: { additionalLanguages: { file: string }[] };
}

/** Refuses a place that nothing fills: it would reach Teams as it stands, and be refused there at the earliest. */
export function filled<T>(template: T, values: Values): T {
  const fill = (text: string): string =>
    text.replace(/\{\{(\w*)\}\}/g, (place, name: string) => {
      if (!Object.hasOwn(values, name)) throw new Error(`the manifest has ${place}, which nothing fills`);
      return values[name as keyof Values];
    });
  return JSON.parse(JSON.stringify(template), (_, value: unknown) =>
    typeof value === 'string' ? fill(value) : value,
  ) as T;
}

/** The zip that Teams takes: manifest, icons and language files at its root. */
export function buildPackage(values: Values): Uint8Array {
  const template = JSON.parse(readFileSync(join(source, 'manifest.json'), 'utf8')) as Manifest;
  const manifest = filled(template, values);
  const { icons, localizationInfo } = manifest;
  const others = [
    icons.color,
    icons.outline,
    ...localizationInfo.additionalLanguages.map(({ file }) => file),
  ];
  const files: Zippable = { 'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) };
  for (const name of others) files[name] = readFileSync(join(source, name));
  // A zip holds local time: the same wall clock everywhere is the same bytes everywhere.
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
}
