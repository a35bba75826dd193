import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { licenceCounts, licenceFaults, type Component } from './licences.ts';
import { npm } from './npm.ts';
import { root } from './tree.ts';
import { audit, type Known } from './vulnerabilities.ts';
import type { Finding } from './finding.ts';

/** What an operator runs, as the image installs it, by the lock file: no tool of development, no embedded database. */
const shipped = ['--omit=dev', '--omit=optional', '--package-lock-only'];
const written = 'dist/sbom.cdx.json';

interface Bill {
  metadata: { component: { name: string }; properties?: { name: string; value: string }[] };
  components: Component[];
  vulnerabilities?: object[];
}

const json = async (file: string) => JSON.parse(await readFile(join(root, file), 'utf8'));

/** The bill of materials in CycloneDX, as npm makes it from the lock file, without a network. */
export async function billOfMaterials(): Promise<Bill> {
  const { out, error } = await npm([
    'sbom',
    '--sbom-format=cyclonedx',
    '--sbom-type=application',
    ...shipped,
  ]);
  if (!out) throw new Error(`npm made no bill of materials: ${error.split('\n')[0]}`);
  const bill = JSON.parse(out) as Bill;
  // npm calls it by the folder that it happens to lie in.
  bill.metadata.component.name = (await json('package.json')).name;
  return bill;
}

const inBill = ({ id, title, url, severity, affects }: Known) => ({
  id,
  source: { url },
  ratings: [{ severity }],
  description: title,
  affects: affects.map((ref) => ({ ref })),
});

/** Known weaknesses stand in the bill; so does that nobody could be asked, since silence would read as none. */
export function withAudit(bill: Bill, found: Awaited<ReturnType<typeof audit>>): Bill {
  const value = 'why' in found ? `not had: ${found.why}` : `had; ${found.known.length} known`;
  const properties = [...(bill.metadata.properties ?? []), { name: 'vulnerabilities', value }];
  const metadata = { ...bill.metadata, properties };
  return { ...bill, metadata, ...('known' in found && { vulnerabilities: found.known.map(inBill) }) };
}

const severe = new Set(['high', 'critical']);

/** The bill of materials of what is shipped, written down, with its licences and what is known against it. */
export async function packages(): Promise<Finding> {
  const bill = await billOfMaterials();
  const found = await audit(shipped, (await json('package-lock.json')).packages);
  await mkdir(dirname(join(root, written)), { recursive: true });
  await writeFile(join(root, written), `${JSON.stringify(withAudit(bill, found), null, 1)}\n`);
  const { components } = bill;
  const notes = [`${components.length} packages are shipped: ${licenceCounts(components)}; ${written}`];
  const wrong = licenceFaults(components);
  if ('why' in found)
    return { wrong, notes, undone: [`known vulnerabilities could not be asked for: ${found.why}`] };
  const said = ({ affects, severity, title, url }: Known): string =>
    `${affects.join(', ')}: ${severity}: ${title}; ${url}`;
  const [worse, lesser] = [true, false].map((is) =>
    found.known.filter((one) => severe.has(one.severity) === is),
  );
  return { wrong: [...wrong, ...worse!.map(said)], notes: [...notes, ...lesser!.map(said)] };
}
