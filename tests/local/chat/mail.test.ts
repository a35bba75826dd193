import { describe, expect, test } from '@jest/globals';
import { oid } from '../../contract/frame/standinHelp.ts';
import { ask, useStage } from '../help.ts';

const stage = useStage();
const sender = 'sekretariat@example.dk';
const token = async () => (await stage.tokenFor('https://graph.microsoft.com/.default')).body.access_token;

async function graph(method: string, path: string, sent?: unknown, bearer?: string) {
  const answer = await fetch(`${stage.platform.url}/graph/v1.0${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer ?? (await token())}`, 'content-type': 'application/json' },
    ...(sent !== undefined && { body: typeof sent === 'string' ? sent : JSON.stringify(sent) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : null };
}
const address = (one: string, name = '') => ({ emailAddress: { address: one, name } });
const mailTo = (...to: string[]) => ({
  message: {
    subject: 'Intern høring',
    body: { contentType: 'text', content: 'Svar inden fristen' },
    toRecipients: to.map((one) => address(one)),
  },
  saveToSentItems: false,
});
const send = (mail: unknown, from = sender) => graph('POST', `/users/${from}/sendMail`, mail);
const mails = () => stage.api<any[]>('GET', '/mails');
const fault = (said: object) => stage.api('POST', '/faults', { target: 'graph', ...said });
const traffic = async () =>
  (await stage.api<string>('GET', '/traffic'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a mail', () => {
  // platform.md section 6: 202 only says that it is queued.
  test('is kept with who sent it, to whom, how to answer, and every word', async () => {
    const message = {
      subject: 'Påmindelse: »Rengøring«',
      body: { contentType: 'html', content: '<p>Svar &amp; frist</p>' },
      toRecipients: [address('a@example.dk', 'Indkøbschef'), address('b@example.dk')],
      replyTo: [address('svar@example.dk')],
    };
    const { status, body } = await send({ message, saveToSentItems: false });
    expect([status, body]).toEqual([202, null]);
    expect((await mails()).at(-1)).toMatchObject({
      from: sender,
      to: [
        { name: 'Indkøbschef', address: 'a@example.dk' },
        { name: '', address: 'b@example.dk' },
      ],
      subject: 'Påmindelse: »Rengøring«',
      contentType: 'html',
      content: '<p>Svar &amp; frist</p>',
      replyTo: ['svar@example.dk'],
    });
  });

  test('after another stands after it, and each has a number of its own', async () => {
    const before = (await mails()).length;
    await send(mailTo('en@example.dk'));
    await send(mailTo('to@example.dk'));
    const fresh = (await mails()).slice(before);
    expect(fresh.map(({ to }) => to[0].address)).toEqual(['en@example.dk', 'to@example.dk']);
    expect(fresh[0].id).not.toBe(fresh[1].id);
    expect((await stage.api('GET', '/state')).mails).toBe(before + 2);
  });

  test.each<[string, unknown]>([
    ['nobody', mailTo()],
    ['nobody at all', { message: { subject: 'x' } }],
    ['no message', {}],
    ['an address with a space in it', mailTo('a b@example.dk')],
    ['one good and one bad address', mailTo('a@example.dk', 'b')],
    ['an address that is empty', { message: { toRecipients: [{}] } }],
  ])('to %s is refused, and nothing is sent to anybody', async (_, mail) => {
    const before = await mails();
    const { status, body } = await send(mail);
    expect([status, body.error.code]).toEqual([400, 'ErrorInvalidRecipients']);
    expect(await mails()).toEqual(before);
  });

  test('that is not JSON is refused', async () => {
    expect((await send('{')).status).toBe(400);
  });
});

describe('mail that does not get through', () => {
  // platform.md section 6: honour Retry-After; a 504 or 503 may still have sent it.
  test('is held back with 429, which says for how long', async () => {
    const before = await mails();
    await fault({ kind: '429', times: 1, retryAfter: 9 });
    const { status, headers } = await send(mailTo('a@example.dk'));
    expect([status, headers.get('retry-after')]).toEqual([429, '9']);
    expect(await mails()).toEqual(before);
    expect((await send(mailTo('a@example.dk'))).status).toBe(202);
  });

  test('to one person does not hold up another’s', async () => {
    await Promise.all([stage.add(1), stage.add(2)]);
    await fault({ kind: '503', objectId: oid(1) });
    expect((await send(mailTo('p1@example.dk'))).status).toBe(503);
    expect((await send(mailTo('p2@example.dk'))).status).toBe(202);
  });

  test('can have gone out although the answer says otherwise', async () => {
    const before = (await mails()).length;
    await fault({ kind: '502', times: 1, afterStoring: true });
    expect((await send(mailTo('a@example.dk'))).status).toBe(502);
    expect(await mails()).toHaveLength(before + 1);
  });

  test('is not stopped by what is wrong with Teams', async () => {
    await stage.api('POST', '/faults', { kind: '503' });
    expect((await send(mailTo('a@example.dk'))).status).toBe(202);
  });
});

describe('a person in the directory', () => {
  test('is found by id and by mail address, member or guest', async () => {
    await stage.add(3);
    const guest = {
      objectId: oid(4),
      displayName: 'Indkøber, Kommune 4',
      email: 'p4@example.dk',
      guest: true,
    };
    await stage.api('POST', '/people', guest);
    const seen = '$select=id,mail,userType';
    const [byId, byMail] = [
      await graph('GET', `/users/${oid(3)}?${seen}`),
      await graph('GET', `/users/p3@example.dk?${seen}`),
    ];
    expect(byId.body).toEqual(byMail.body);
    expect(byId.body).toMatchObject({ id: oid(3), mail: 'p3@example.dk', userType: 'Member' });
    expect((await graph('GET', `/users/${oid(4)}?${seen}`)).body.userType).toBe('Guest');
  });

  test('who does not exist is not found, in Graph’s words', async () => {
    for (const who of ['nobody@example.dk', 'constructor']) {
      const { status, body } = await graph('GET', `/users/${who}`);
      expect([status, body.error.code]).toEqual([404, 'Request_ResourceNotFound']);
      expect(body.error.message).toContain(who);
    }
  });

  test('an address Graph would have and this stand-in has not is said to be missing', async () => {
    const { status, body } = await graph('GET', '/me/messages');
    expect([status, body.error.code]).toEqual([404, 'NotFound']);
  });
});

describe('the record of the traffic', () => {
  test('holds what was asked and what was answered, also when it was refused', async () => {
    const from = (await traffic()).length;
    await send(mailTo('a@example.dk'));
    await send(mailTo());
    await graph('GET', '/users/nobody?$select=id');
    expect((await traffic()).slice(from)).toMatchObject([
      { method: 'POST', path: `/v1.0/users/${sender}/sendMail`, body: mailTo('a@example.dk'), status: 202 },
      { method: 'POST', status: 400, answer: { error: { code: 'ErrorInvalidRecipients' } } },
      { method: 'GET', path: '/v1.0/users/nobody', query: '%24select=id', status: 404 },
    ]);
  });

  test('holds no token', async () => {
    const secret = await token();
    await graph('GET', `/users/${oid(3)}`, undefined, secret);
    expect(await stage.api<string>('GET', '/traffic')).not.toContain(secret.slice(0, 40));
  });

  test('holds also what was tried without one', async () => {
    const from = (await traffic()).length;
    expect((await graph('GET', `/users/${oid(3)}`, undefined, 'none')).status).toBe(401);
    expect((await traffic()).slice(from)).toMatchObject([{ status: 401 }]);
  });

  test('is one line of JSON for each, even when a mail has several lines', async () => {
    const before = (await traffic()).length;
    const mail = mailTo('a@example.dk');
    mail.message.body.content = 'et\nto\r\ntre\u2028fire';
    await send(mail);
    const { body } = await ask(stage, 'GET', '/_platform/traffic');
    expect((body as string).trimEnd().split('\n')).toHaveLength(before + 1);
  });
});
