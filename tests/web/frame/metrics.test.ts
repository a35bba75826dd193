import { describe, expect, test } from '@jest/globals';
import { secretariat } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const token = 'bmljZSB0cnksIGJ1dCBub3QgdGhpcyBvbmU';

const ask = async ({ url }: { url: string }, authorization?: string) => {
  const answer = await fetch(`${url}/metrics`, { headers: authorization ? { authorization } : {} });
  return { status: answer.status, shown: /^process_cpu_seconds_total /m.test(await answer.text()), answer };
};
const opened = { status: 200, shown: true };

describe('the numbers of the app', () => {
  test('are there for whoever develops it, without a word', async () => {
    expect(await ask(house.app)).toMatchObject(opened);
  });

  test('are there for whoever knows the token, once there is one, and for nobody else', async () => {
    const app = await house.startAnother({ METRICS_TOKEN: token });
    expect(await ask(app, `Bearer ${token}`)).toMatchObject(opened);
    const wrong = [
      undefined,
      token,
      `Basic ${token}`,
      'Bearer',
      `Bearer ${token}x`,
      `Bearer ${token.slice(0, -1)}`,
      `Bearer ${token.toLowerCase()}`,
      `Bearer ${await secretariat(house).token()}`,
    ];
    for (const authorization of wrong) {
      const { status, shown, answer } = await ask(app, authorization);
      expect([authorization, status, shown]).toEqual([authorization, 401, false]);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
    const inAddress = await fetch(`${app.url}/metrics?access_token=${token}`);
    expect(inAddress.status).toBe(401);
  });

  test('are nowhere in production where no token is set, whoever asks', async () => {
    const app = await house.startAnother({ PLATFORM_URL: '', MAIL_FROM: '', METRICS_TOKEN: '' });
    for (const authorization of [undefined, 'Bearer x', 'Bearer undefined'])
      expect(await ask(app, authorization)).toMatchObject({ status: 404, shown: false });
  });

  test('are read in production with the token', async () => {
    const app = await house.startAnother({ PLATFORM_URL: '', MAIL_FROM: '', METRICS_TOKEN: token });
    expect(await ask(app, `bearer ${token}`)).toMatchObject(opened);
    expect(await ask(app)).toMatchObject({ status: 401, shown: false });
  });
});
