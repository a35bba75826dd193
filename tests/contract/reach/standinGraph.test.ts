import { afterEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oid, openStage, type Stage } from '../frame/standinHelp.ts';

let stage: Stage | null = null;
afterEach(async () => {
  await stage?.close();
  stage = null;
});

async function sendMail(at: Stage, to: string): Promise<number> {
  const { body } = await at.tokenFor('https://graph.microsoft.com/.default');
  const message = {
    subject: 'Intern høring',
    body: { contentType: 'text', content: 'Svar inden fristen' },
    toRecipients: [{ emailAddress: { address: to } }],
  };
  const answer = await fetch(`${at.platform.url}/graph/v1.0/users/sekretariat@example.dk/sendMail`, {
    method: 'POST',
    headers: { authorization: `Bearer ${body.access_token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ message, saveToSentItems: false }),
  });
  return answer.status;
}

test('a mail is accepted, kept for the page, and recorded as Graph traffic', async () => {
  stage = await openStage();
  expect(await sendMail(stage, 'p1@example.dk')).toBe(202);
  const [mail] = await stage.api('GET', '/mails');
  expect(mail).toMatchObject({ subject: 'Intern høring', to: [{ address: 'p1@example.dk' }] });
  const traffic = await stage.api<string>('GET', '/traffic');
  const [line] = traffic.trim().split('\n');
  expect(JSON.parse(line!)).toMatchObject({
    method: 'POST',
    path: '/v1.0/users/sekretariat@example.dk/sendMail',
    status: 202,
  });
});

test('a mail to nobody is refused in Graph’s shape, and a token for the Connector does not open Graph', async () => {
  stage = await openStage();
  expect(await sendMail(stage, 'not an address')).toBe(400);
  const answer = await fetch(`${stage.platform.url}/graph/v1.0/users/${oid(1)}`, {
    headers: { authorization: `Bearer ${await stage.botToken()}` },
  });
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ error: { code: 'Unauthorized' } });
});

test('a calendar is found by its address, whoever wrote it and with whatever capitals', async () => {
  stage = await openStage();
  await stage.add(1);
  const { body } = await stage.tokenFor('https://graph.microsoft.com/.default');
  const asked = ['p1@example.dk', 'P1@Example.DK', 'p2@example.dk'];
  const at = (hour: number) => ({ dateTime: `2027-02-01T0${hour}:00:00`, timeZone: 'UTC' });
  const answer = await fetch(`${stage.platform.url}/graph/v1.0/users/P1@example.dk/calendar/getSchedule`, {
    method: 'POST',
    headers: { authorization: `Bearer ${body.access_token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ schedules: asked, startTime: at(8), endTime: at(9) }),
  });
  const { value } = (await answer.json()) as { value: { scheduleId: string; error?: object }[] };
  expect(value.map(({ scheduleId, error }) => [scheduleId, error === undefined])).toEqual([
    ['p1@example.dk', true],
    ['P1@Example.DK', true],
    ['p2@example.dk', false],
  ]);
});

test('a restart keeps people, chats and the keys that signed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'standin-'));
  try {
    const first = await openStage(join(folder, 'state.json'));
    const conversationId = await first.install(1);
    await first.api('POST', '/say', { objectId: oid(1), conversationId, text: 'status' });
    const keys = await (await fetch(`${first.platform.url}/botframework/v1/.well-known/keys`)).json();
    await first.close();
    stage = await openStage(join(folder, 'state.json'));
    expect(await stage.seen(conversationId, 1)).toMatchObject([{ text: 'status' }]);
    expect(await (await fetch(`${stage.platform.url}/botframework/v1/.well-known/keys`)).json()).toEqual(
      keys,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
