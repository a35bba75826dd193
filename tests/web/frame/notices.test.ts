import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../../bot/config.ts';
import type { App } from '../../support/app.ts';
import { useHouse } from '../../support/useHouse.ts';

const operator = 'Indkøbsfællesskabet <Nord> & "Syd"';
const house = useHouse({ env: { OPERATOR_NAME: operator } });
const pages = ['/privacy', '/terms'];
const html = async (path: string, app: { url: string } = house.app) =>
  (await fetch(`${app.url}${path}`)).text();
const plain = (text: string) => text.replace(/<style>.*<\/style>|<[^>]*>/gs, ' ').replace(/\s+/g, ' ');

describe.each(pages)('%s', (path) => {
  let page = '';
  beforeAll(async () => {
    page = await html(path);
  });

  test('opens for everyone, as a page, without sign-in', async () => {
    const answer = await fetch(`${house.app.url}${path}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test('is there at the address that the app knows as its own', async () => {
    expect(await html(path, { url: house.env['PUBLIC_URL']! })).toBe(page);
  });

  test('needs no script, loads nothing from anywhere, and cannot be framed by others', async () => {
    expect(page).not.toMatch(/<script|<link|<img|src=|@import|url\(/i);
    const policy = (await fetch(`${house.app.url}${path}`)).headers.get('content-security-policy');
    expect(policy).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  });

  test('says all of it in Danish, then in English, each marked as what it is', () => {
    expect(page).toMatch(/<html lang="da">/);
    const articles = [...page.matchAll(/<article lang="(\w+)">(.*?)<\/article>/gs)];
    expect(articles.map(([, lang]) => lang)).toEqual(['da', 'en']);
    const outline = articles.map(([, , body]) => body!.match(/<(h1|h2|p)>/g));
    expect(outline[0]).toEqual(outline[1]);
    expect(outline[0]!.filter((tag) => tag === '<h2>').length).toBeGreaterThanOrEqual(5);
  });

  test('has a title and no hole in its sentences', () => {
    expect(page).toMatch(/<title>[^<]+ · Partnerskab for Offentlige Grønne Indkøb<\/title>/);
    expect(plain(page)).not.toMatch(/[{}]|undefined|null|notice\./);
  });

  test('names the body that runs the app, just as it is configured', () => {
    const named = 'Indkøbsfællesskabet &lt;Nord&gt; &amp; &quot;Syd&quot;';
    expect(page.split(named)).toHaveLength(3);
    expect(page).not.toContain('<Nord>');
  });

  test('says whom to write to', () => {
    expect(page).toContain('Skriv til sekretariat@example.org.');
    expect(page).toContain('Write to sekretariat@example.org.');
  });
});

describe('where nobody is named in the configuration', () => {
  let app: App;
  beforeAll(async () => {
    app = await house.startAnother({ OPERATOR_NAME: '', MAIL_FROM: '' });
  });
  afterAll(() => app.stop());

  test('it is the secretariat that answers, and that people write to', async () => {
    for (const path of pages) {
      const page = await html(path, app);
      expect(page).toContain('Partnerskabets sekretariat driver');
      expect(page).toContain('Skriv til sekretariatet.');
    }
  });
});

test('a name that fills the page is refused at start', () => {
  expect(() => readConfig({ ...house.env, OPERATOR_NAME: 'x'.repeat(101) })).toThrow(/OPERATOR_NAME/);
});
