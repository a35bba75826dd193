import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readTree, root } from '../support/check/tree.ts';
import { copiesIn, dockerfile, stagesOf } from './image.ts';

const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8');
const stages = stagesOf(await readFile(dockerfile, 'utf8'));
const last = stages.at(-1)!;
const said = (word: string): string[] => last.filter((one) => one.word === word).map(({ rest }) => rest);

describe('the image', () => {
  test('starts the app with the flags of npm run serve', async () => {
    const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> };
    expect(JSON.parse(said('CMD')[0]!).join(' ')).toBe(scripts['serve']);
  });

  test('keeps what was compiled where the app looks for it, made as the app will run', () => {
    const kept = /NODE_COMPILE_CACHE=(\S+)/;
    const making = said('RUN').find((line) => line.includes('--read-in'))!;
    expect(kept.exec(making)?.[1]).toBe(kept.exec(said('ENV').join(' '))![1]);
    expect(making).toContain(`${JSON.parse(said('CMD')[0]!).join(' ')} --read-in`);
    const user = said('USER')[0];
    expect(making).toContain(`su ${user} `);
    expect(making).toContain('chown -R root:root .compiled');
  });

  test('is of the Node that the house names', async () => {
    const version = (await read('.node-version')).trim();
    expect(await readFile(dockerfile, 'utf8')).toMatch(new RegExp(`^ARG NODE_IMAGE=node:${version}-`, 'm'));
  });

  test('runs as a user that is not root, from then on', () => {
    const words = last.map(({ word }) => word);
    expect(said('USER')).toEqual(['node']);
    expect(words.slice(words.indexOf('USER'))).not.toContain('COPY');
  });

  test('holds no secret and no address of a database', () => {
    expect(said('ENV').join(' ')).not.toMatch(/PASSWORD|SECRET|KEY|DATABASE_URL|PLATFORM_URL/i);
  });

  test('runs no install script of any package', () => {
    const installs = stages.flat().filter(({ rest }) => rest.includes('npm ci'));
    expect(installs).toHaveLength(2);
    for (const { rest } of installs) expect(rest).toContain('--ignore-scripts');
  });
});

describe('what is sent to whoever builds it', () => {
  test('is all that is copied, and no more than a build reads', async () => {
    const ignore = (await read('.dockerignore')).split('\n').filter((line) => line && !line.startsWith('#'));
    expect(ignore[0]).toBe('*');
    const sent = ignore.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    const copied = stages
      .flatMap(copiesIn)
      .filter(({ from }) => !from)
      .flatMap(({ sources }) => sources);
    expect([...new Set(copied)].sort()).toEqual(sent.sort());
    const paths = [...(await readTree()).keys()];
    for (const name of sent)
      expect(paths.some((path) => path === name || path.startsWith(`${name}/`))).toBe(true);
  });
});
