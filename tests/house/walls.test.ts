import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

/** One line per wall: a file, an import it wants, and whether the house lets it. */
const forbidden: [file: string, statement: string][] = [
  ['bot/process/vote/vote.ts', `import '../store/votes.ts'`],
  ['bot/process/vote/events.ts', `import type { VoteRow } from '../../store/schema.ts'`],
  ['bot/process/vote/events.ts', `import '../../config.ts'`],
  ['bot/process/vote/events.ts', `import '../../../tests/support/app.ts'`],
  ['bot/process/vote/vote.ts', `import type { Key } from '../i18n/index.ts'`],
  ['bot/process/vote/vote.ts', `import { z } from 'zod'`],
  ['bot/process/vote/vote.ts', `import '../config.ts'`],
  ['bot/process/vote/vote.ts', `const answer = await fetch('https://example.org')`],
  ['bot/i18n/index.ts', `import type { Rule } from '../process/vote.ts'`],
  ['bot/i18n/da/cards.ts', `import '../../cards/vote.ts'`],
  ['bot/i18n/da/cards.ts', `import { DateTime } from 'luxon'`],
  ['bot/ports.ts', `import { zone } from './process/calendar.ts'`],
  ['bot/ports.ts', `import type { Db } from './store/database.ts'`],
  ['bot/ports.ts', `import type { Activity } from 'botbuilder'`],
  ['bot/store/vote/votes.ts', `import '../views/vote.ts'`],
  ['bot/store/vote/votes.ts', `import '../i18n/index.ts'`],
  ['bot/store/vote/votes.ts', `import '../ports.ts'`],
  ['bot/store/vote/votes.ts', `import { TurnContext } from 'botbuilder'`],
  ['bot/views/vote/vote.ts', `import '../acts/castBallot.ts'`],
  ['bot/views/vote/vote.ts', `import '../cards/vote.ts'`],
  ['bot/views/vote/vote.ts', `import { sql } from 'kysely'`],
  ['bot/views/vote/shapes.ts', `import '../../web/server.ts'`],
  ['bot/acts/vote/castBallot.ts', `import '../teams/bot.ts'`],
  ['bot/acts/vote/castBallot.ts', `import '../graph/meetings.ts'`],
  ['bot/acts/vote/castBallot.ts', `import { meetings } from '../ports.ts'`],
  ['bot/acts/vote/castBallot.ts', `import '../jobs/tasks/refreshVoteCard.ts'`],
  ['bot/acts/vote/castBallot.ts', `import '../jobs/queue.ts'`],
  ['bot/acts/vote/castBallot.ts', `import { request } from 'node:https'`],
  ['bot/acts/vote/castBallot.ts', `import { request } from 'undici'`],
  ['bot/acts/vote/castBallot.ts', `import { sql } from 'kysely'`],
  ['bot/acts/vote/castBallot.ts', `import { Client } from '@microsoft/microsoft-graph-client'`],
  ['bot/acts/vote/castBallot.ts', `const answer = await fetch('https://example.org')`],
  ['bot/cards/vote/vote.ts', `import { vote } from '../views/vote.ts'`],
  ['bot/cards/vote/vote.ts', `import '../store/votes.ts'`],
  ['bot/cards/vote/vote.ts', `import { CardFactory } from 'botbuilder'`],
  ['bot/documents/note.ts', `import { hearing } from '../views/hearing.ts'`],
  ['bot/documents/note.ts', `import '../jobs/enqueue.ts'`],
  ['bot/jobs/tasks/refreshVoteCard.ts', `import '../../teams/messenger.ts'`],
  ['bot/jobs/tasks/refreshVoteCard.ts', `import '../../graph/files.ts'`],
  ['bot/jobs/tasks/refreshVoteCard.ts', `import '../../web/live.ts'`],
  ['bot/teams/bot.ts', `import '../store/people.ts'`],
  ['bot/teams/bot.ts', `import type { Db } from '../store/database.ts'`],
  ['bot/teams/bot.ts', `export * from '../web/server.ts'`],
  ['bot/teams/bot.ts', `import { Pool } from 'pg'`],
  ['bot/teams/bot.ts', `import restify from 'restify'`],
  ['bot/web/server.ts', `import '../store/people.ts'`],
  ['bot/web/server.ts', `const people = await import('../store/people.ts')`],
  ['bot/web/server.ts', `import '../teams/bot.ts'`],
  ['bot/web/server.ts', `import { CloudAdapter } from 'botbuilder'`],
  ['bot/web/server.ts', `import { JwtTokenValidation } from 'botframework-connector'`],
  ['bot/web/server.ts', `import { ConfidentialClientApplication } from '@azure/msal-node'`],
  ['bot/web/server.ts', `import { PgBoss } from 'pg-boss'`],
  ['bot/graph/meetings.ts', `import '../views/meeting.ts'`],
  ['bot/graph/meetings.ts', `import '../store/meetings.ts'`],
  ['bot/graph/meetings.ts', `import { TeamsInfo } from 'botbuilder'`],
  ['tab/src/api.ts', `import { vote } from '../../bot/views/vote/shapes.ts'`],
  ['tab/src/api.ts', `import type { Votes } from '../../bot/store/vote/votes.ts'`],
  ['tab/src/pages/Vote.ts', `import { castBallot } from '../../../bot/acts/castBallot.ts'`],
  ['tab/src/pages/Vote.ts', `import '../../../infra/local/start.ts'`],
  ['tab/src/pages/Vote.ts', `import { readFile } from 'node:fs/promises'`],
  ['infra/local/start.ts', `import '../../bot/main.ts'`],
  ['infra/local/scenarios/springMeeting.ts', `import type { Rule } from '../../../bot/process/vote.ts'`],
  ['infra/local/start.ts', `import '../../tab/src/api.ts'`],
  ['infra/package/values.ts', `import { readConfig } from '../../bot/config.ts'`],
  ['infra/local/start.ts', `import { CloudAdapter } from 'botbuilder'`],
  ['bot/main.ts', `import '../infra/local/start.ts'`],
];

const allowed: [file: string, statement: string][] = [
  ['bot/process/vote/vote.ts', `import type { Finding } from './refusals.ts'`],
  ['bot/process/vote/events.ts', `import { event } from '../frame/event.ts'`],
  ['bot/process/frame/trail.ts', `import { createHash } from 'node:crypto'`],
  ['bot/i18n/en/index.ts', `import type { da } from '../da/index.ts'`],
  ['bot/ports.ts', `import type { Choice } from './process/vote.ts'`],
  ['bot/store/vote/votes.ts', `import { sql } from 'kysely'`],
  ['bot/store/vote/votes.ts', `import { count } from '../process/vote.ts'`],
  ['bot/views/vote/vote.ts', `import { votes } from '../store/votes.ts'`],
  ['bot/views/vote/shapes.ts', `import { choices } from '../../process/vote.ts'`],
  ['bot/acts/vote/castBallot.ts', `import { votes } from '../store/votes.ts'`],
  ['bot/acts/vote/castBallot.ts', `import { enqueue } from '../jobs/enqueue.ts'`],
  ['bot/acts/vote/castBallot.ts', `import type { Presence } from '../ports.ts'`],
  ['bot/acts/vote/castBallot.ts', `import type { Transaction } from 'kysely'`],
  ['bot/cards/vote/vote.ts', `import type { VoteView } from '../views/shapes/vote.ts'`],
  ['bot/cards/vote/vote.ts', `import { t } from '../i18n/index.ts'`],
  ['bot/documents/note.ts', `import type { HearingView } from '../views/shapes/hearing.ts'`],
  ['bot/jobs/tasks/refreshVoteCard.ts', `import { voteCard } from '../../cards/vote.ts'`],
  ['bot/jobs/tasks/refreshVoteCard.ts', `import type { Messenger } from '../../ports.ts'`],
  ['bot/jobs/queue.ts', `import { PgBoss } from 'pg-boss'`],
  ['bot/teams/bot.ts', `import { CloudAdapter } from 'botbuilder'`],
  ['bot/teams/bot.ts', `import { acts } from '../acts/index.ts'`],
  ['bot/web/server.ts', `import restify from 'restify'`],
  ['bot/web/server.ts', `import { views } from '../views/index.ts'`],
  ['bot/graph/meetings.ts', `import type { Meetings } from '../ports.ts'`],
  ['bot/graph/client.ts', `import { ConfidentialClientApplication } from '@azure/msal-node'`],
  ['bot/main.ts', `import { server } from './web/server.ts'`],
  ['tab/src/api.ts', `import type { VoteView } from '../../bot/views/vote/shapes.ts'`],
  ['tab/src/api.ts', `import { t } from '../../bot/i18n/index.ts'`],
  ['infra/local/start.ts', `import { createServer } from 'node:http'`],
  ['tests/acts/vote.test.ts', `import { votes } from '../../bot/store/vote/votes.ts'`],
];

const wallRules = /no-restricted-(imports|globals)/;
let folder = '';
/** Files the walls stopped, by where the case stands in the tables above. */
const stopped = new Set<string>();

const place = (set: string, index: number, file: string): string =>
  file.replace(/(\w+)(\.test)?\.ts$/, (_, name: string, kind = '') => `${name}.${set}${index}${kind}.ts`);

/** `bot/ports.ts` and `bot/main.ts` are walls of a single file: each such case gets a house of its own. */
const house = (set: string, index: number, file: string): string =>
  /^bot\/\w+\.ts$/.test(file) ? join(`${set}${index}`, file) : join('house', place(set, index, file));

async function build(set: string, cases: [string, string][]): Promise<void> {
  for (const [index, [file, statement]] of cases.entries()) {
    const path = join(folder, house(set, index, file));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${statement};\n`);
    await cp(
      join(root, '.oxlintrc.json'),
      join(folder, house(set, index, file).split('/')[0]!, '.oxlintrc.json'),
    );
  }
}

interface Diagnostic {
  code: string;
  filename: string;
}

async function lint(part: string): Promise<Diagnostic[]> {
  const oxlint = join(root, 'node_modules/.bin/oxlint');
  const run = promisify(execFile)(oxlint, ['-f', 'json', '.'], { cwd: join(folder, part) });
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'walls-'));
  await build('forbidden', forbidden);
  await build('allowed', allowed);
  for (const part of await readdir(folder))
    for (const { code, filename } of await lint(part))
      if (wallRules.test(code)) stopped.add(join(part, filename));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the walls of the house', () => {
  test.each(forbidden.map(([file, statement], index) => ({ file, statement, index })))(
    '$file may not: $statement',
    ({ file, index }) => {
      expect(stopped).toContain(house('forbidden', index, file));
    },
  );

  test.each(allowed.map(([file, statement], index) => ({ file, statement, index })))(
    '$file may: $statement',
    ({ file, index }) => {
      expect(stopped).not.toContain(house('allowed', index, file));
    },
  );

  test('every room of bot/ is one the architecture knows', async () => {
    const rooms = await readdir(join(root, 'bot'), { withFileTypes: true });
    const known = 'acts cards documents graph i18n jobs ports process store teams views web'.split(' ');
    expect(known).toEqual(expect.arrayContaining(rooms.filter((r) => r.isDirectory()).map((r) => r.name)));
  });
});
