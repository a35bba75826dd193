import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { trustedServices } from '../../../bot/teams/frame/services.ts';
import { eventually } from '../../support/app.ts';
import { hearing, vote } from '../../support/cases.ts';
import { install, member, secretariat, type Member } from '../../support/factories.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import { activity, channelToken, deliver } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let one: Member;
/** Somebody who waits for a bot to hand over its token. */
let stranger: Server;
let strangersUrl = '';
const asked: string[] = [];

beforeAll(async () => {
  one = await member(house, { name: 'Aarhus Kommune' });
  stranger = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end('{"id":"1"}');
  });
  await new Promise<void>((done) => void stranger.listen(0, '127.0.0.1', done));
  strangersUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise<void>((done) => void stranger.close(() => done())));

const trusted = [
  'https://smba.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net/teams/',
  'https://SMBA.trafficmanager.net/dk/22222222-2222-4222-8222-222222222222/',
  'https://smba.onyx.prod.teams.trafficmanager.net/',
  'https://smba.infra.gcc.teams.microsoft.com/teams',
];
const strange = [
  'https://anybody.trafficmanager.net/',
  'https://smba-teams.trafficmanager.net/',
  'https://a.smba.trafficmanager.net/',
  'https://smba.trafficmanager.net.attacker.example/',
  'https://attacker.example/smba.trafficmanager.net/',
  'https://smba.trafficmanager.net@attacker.example/',
  'https://user:word@smba.trafficmanager.net/',
  'https://smba.trafficmanager.net:8443/',
  'http://smba.trafficmanager.net/emea/',
  'https://teams.microsoft.com/',
  'https://directline.botframework.com/',
  'javascript:alert(1)//smba.trafficmanager.net',
  'smba.trafficmanager.net',
  '',
];

describe('a service address', () => {
  test.each(trusted)('of Teams is spoken to: %s', (address) => {
    expect(trustedServices(undefined)(address)).toBe(true);
  });
  test.each(strange)('of somebody else is not: %s', (address) => {
    expect(trustedServices(undefined)(address)).toBe(false);
    expect(trustedServices(house.platform.url)(address)).toBe(false);
  });

  test('of the stand-in is spoken to where there is one, and only its own', () => {
    const { url } = house.platform;
    expect(trustedServices(url)(`${url}/connector/`)).toBe(true);
    expect(trustedServices(undefined)(`${url}/connector/`)).toBe(false);
    expect(trustedServices(url)(`${url}0/connector/`)).toBe(false);
    expect(trustedServices(url)(url.replace('http://', 'http://x@'))).toBe(false);
  });

  test('that anybody can have is not let in, though the channel’s own token names it', async () => {
    for (const serviceUrl of strange.slice(0, 4)) {
      const token = await channelToken(house, { serviceurl: serviceUrl });
      const before = await fingerprint(house);
      const sent = activity(house, one.staff, { type: 'message', text: 'status', serviceUrl });
      expect((await deliver(house, sent, token)).status).toBe(403);
      expect(changes(before, await fingerprint(house))).toEqual([]);
    }
  });
});

describe('a chat that was noted at an address which is none of Teams’', () => {
  test('is not written to: the message goes by mail, and the row says why', async () => {
    const by = secretariat(house);
    const chat = await install(house, one.contact);
    await house.sql('update conversation set service_url = $2 where id = $1', [chat, strangersUrl]);
    const { hearingId } = await hearing(house);
    const row = await eventually(
      async () => {
        const { items } = await by.view(`deliveries?hearingId=${hearingId}`);
        return items.find((item: { personId: string }) => item.personId === one.contact.personId);
      },
      (seen) => seen?.state === 'accepted',
      15_000,
    );
    expect(row).toMatchObject({ channel: 'mail', reason: expect.stringMatching(/adresse|address/) });
    expect(asked).toEqual([]);
  });

  test('says nothing of who is in its meeting, and the bot’s token stays here', async () => {
    const { voteId } = await vote(house, { invited: [one.representative] });
    await house.sql(`update conversation set service_url = $1 where kind = 'meeting'`, [strangersUrl]);
    const code = await one.representative.refused('castBallot', { voteId, choice: 'for' });
    expect(code).toBe('presenceUnknown');
    expect(asked).toEqual([]);
  });
});
