import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import manifestTools from '@microsoft/app-manifest';
import { strFromU8 } from 'fflate';
import { tabLink } from '../../bot/cards/frame/links.ts';
import { t, type Locale } from '../../bot/i18n/index.ts';
import { noticeKinds } from '../../bot/process/reach/messages.ts';
import { at, host, unpacked } from './unpacked.ts';
import { appId, tenantId } from '../support/app.ts';

const { manifest, english, files } = unpacked();
const { $schema: _, ...translations } = english;
const text = JSON.stringify(manifest);
const holes = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('what Teams checks when the package is uploaded', () => {
  test('the manifest is one of version 1.30', async () => {
    expect(manifest.manifestVersion).toBe('1.30');
    expect(await manifestTools.AppManifestUtils.validateAgainstSchema(manifest as never)).toEqual([]);
  });

  test('the schema is held against it, not only at hand', async () => {
    const long = { ...manifest, name: { ...manifest.name, short: 'x'.repeat(31) }, surplus: 1 };
    expect(await manifestTools.AppManifestUtils.validateAgainstSchema(long as never)).toHaveLength(2);
  });

  test('an app for teams says that it works in shared and private channels', () => {
    expect(manifest.staticTabs[0]!.scopes).toContain('team');
    expect(manifest.supportsChannelFeatures).toBe('tier1');
  });

  test('the version is three numbers, the ids are the one of the registration', () => {
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
    const ids = [manifest.id, ...manifest.bots.map(({ botId }) => botId), manifest.webApplicationInfo.id];
    expect(new Set(ids)).toEqual(new Set([appId]));
  });

  test('nothing is left to fill in, in any file', () => {
    const texts = Object.keys(files).filter((name) => name.endsWith('.json'));
    expect(texts).toEqual(['manifest.json', 'en.json']);
    expect(texts.map((name) => strFromU8(files[name]!)).join()).not.toMatch(/\{\{|\}\}/);
  });

  test('the zip holds what the manifest names, at its root, and nothing else', () => {
    const named = manifest.localizationInfo.additionalLanguages.map(({ file }) => file);
    const { color, outline } = manifest.icons;
    expect(Object.keys(files).sort()).toEqual(['manifest.json', color, outline, ...named].sort());
    expect(Object.keys(files).filter((name) => name.includes('/'))).toEqual([]);
  });

  test('every address is https on the one host, which is named bare as a valid domain', () => {
    const addresses = [...text.matchAll(/"(https?:[^"]*)"/g)].map(([, address]) => new URL(address!));
    const ours = addresses.filter(({ href }) => href !== manifest.$schema);
    expect(ours.length).toBeGreaterThanOrEqual(5);
    expect(new Set(ours.map(({ origin }) => origin))).toEqual(new Set([`https://${host}`]));
    expect(manifest.validDomains).toEqual([host]);
  });

  test('sign-in without a password is for the host that the tab is on', () => {
    expect(manifest.webApplicationInfo.resource).toBe(`api://${host}/${appId}`);
  });

  test('the lines of the feed are of the kinds that the app sends, each with a name that is not the reserved one', () => {
    const types = manifest.activities.activityTypes.map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
    expect(types).not.toContain('systemDefault');
    expect(types).toEqual([...noticeKinds]);
  });
});

describe('in Danish and in English', () => {
  type Rules = { maxLength?: number };
  let schema: { properties: Record<string, Rules>; patternProperties: Record<string, Rules> };
  beforeAll(async () => {
    const tools = createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json');
    const path = 'build/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json';
    schema = JSON.parse(await readFile(join(tools, '..', path), 'utf8'));
  });
  const ruleFor = (path: string): Rules | undefined =>
    schema.properties[path] ??
    Object.entries(schema.patternProperties).find(([pattern]) => new RegExp(pattern).test(path))?.[1];

  /** Every text of the manifest, by the path a language file names it with. */
  function paths(value: unknown, path = ''): string[] {
    if (typeof value === 'string') return [path];
    if (Array.isArray(value)) return value.flatMap((one, index) => paths(one, `${path}[${index}]`));
    return Object.entries(value as object).flatMap(([key, one]) => paths(one, path ? `${path}.${key}` : key));
  }

  test('Danish stands in the manifest, English beside it', () => {
    const { defaultLanguageTag, additionalLanguages } = manifest.localizationInfo;
    expect(defaultLanguageTag).toBe('da');
    expect(additionalLanguages.map(({ languageTag }) => languageTag)).toEqual(['en']);
  });

  test('every text that Teams lets an app translate is translated, and no other', () => {
    const translatable = paths(manifest).filter((path) => path !== '$schema' && ruleFor(path));
    expect(translatable).toContain('activities.activityTypes[3].templateText');
    expect(Object.keys(translations).sort()).toEqual(translatable.sort());
  });

  test('no text is too long for where it stands, in either language', () => {
    const tooLong = Object.keys(translations).filter((path) => {
      const most = ruleFor(path)?.maxLength ?? 0;
      return [translations[path]!, String(at(manifest, path))].some((said) => said.length > most);
    });
    expect(tooLong).toEqual([]);
  });

  test('what is filled in while sending is the same in both', () => {
    for (const path of Object.keys(translations))
      expect({ path, holes: holes(translations[path]!) }).toEqual({
        path,
        holes: holes(String(at(manifest, path))),
      });
  });

  test('the tone is ours: nothing empty, no exclamation mark', () => {
    const all = Object.keys(translations).flatMap((path) => [
      translations[path]!,
      String(at(manifest, path)),
    ]);
    expect(all.filter((said) => said.trim() === '' || said.includes('!'))).toEqual([]);
  });

  test.each<[Locale, string, string]>([
    ['da', manifest.name.short, manifest.staticTabs[0]!.name],
    ['en', translations['name.short']!, translations['staticTabs[0].name']!],
  ])('who opens the tab outside Teams is told the names that Teams shows (%s)', (locale, app, tab) => {
    expect(t(locale, 'tab.outside.how')).toContain(app);
    expect(t(locale, 'tab.outside.how')).toContain(tab);
    expect(t(locale, 'tab.nav.status')).toBe(tab);
  });
});

describe('where the tab is', () => {
  const [tab, ...more] = manifest.staticTabs;

  test('is one tab, since a channel shows the first alone', () => expect(more).toEqual([]));

  test('in a chat of one’s own, in channels, in chats, and in a meeting beside and on its stage', () => {
    expect(tab!.scopes.toSorted()).toEqual(['groupChat', 'personal', 'team']);
    expect(tab!.context).toEqual(
      expect.arrayContaining([
        'personalTab',
        'channelTab',
        'privateChatTab',
        'meetingSidePanel',
        'meetingStage',
      ]),
    );
  });

  test('is where the links in cards and mails lead', () => {
    expect(tabLink(appId, tenantId, 'tasks')).toContain(`/l/entity/${manifest.id}/${tab!.entityId}?`);
  });
});
