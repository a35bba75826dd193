import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Web } from '../../../bot/web/server.ts';
import { web } from '../../support/wire/web.ts';

const token = 'a.secret.token';
let log = '';
let made: Web;
let url = '';

/** Everything that an answer needs breaks. */
const broken = {
  log: pino({ level: 'trace' }, { write: (line: string) => void (log += line) }),
  messages: async () => {
    throw new Error('broken on purpose');
  },
  house: new Proxy({}, { get: () => raise() }),
};
const raise = (): never => {
  throw new Error('nobody at home');
};

beforeAll(async () => {
  made = web(broken);
  made.server.get('/words', (request, response, next) => {
    // As the framework writes down its own trouble with an answer.
    request.log.warn({ req: request, err: new Error('no such form') }, 'error retrieving formatter');
    response.send(200, 'words');
    next();
  });
  await new Promise<void>((done) => void made.server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${made.server.address().port}`;
});
afterAll(async () => {
  made.live.close();
  await new Promise<void>((done) => void made.server.close(done));
});

const logged = async (path: string, init: RequestInit = {}): Promise<string> => {
  log = '';
  const headers = { authorization: `Bearer ${token}`, accept: 'text/html', ...init.headers };
  await (await fetch(`${url}${path}`, { ...init, headers })).text();
  return log;
};

describe('the log of what went wrong', () => {
  test('names the request, and neither its token nor what else came with it', async () => {
    const said = await logged('/words?secret=4711');
    expect(said).toContain('"path":"/words"');
    expect(said).not.toMatch(/secret|authorization|4711/i);
  });

  test('has an error of ours once, with the path', async () => {
    const headers = { 'content-type': 'application/json' };
    const said = await logged('/api/messages', { method: 'POST', headers, body: '{"text":"hemmeligt"}' });
    const errors = said.split('\n').filter((line) => line.includes('"level":50'));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('"path":"/api/messages"');
    expect(said).not.toMatch(/secret|hemmeligt/);
  });

  test('never has the address of somebody’s calendar, which is its key', async () => {
    const said = await logged('/calendar/person.signature.ics');
    expect(said).toContain('a request failed');
    expect(said).not.toContain('signature');
  });
});
