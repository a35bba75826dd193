import { beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Heartbeat } from '../../bot/web/frame/heartbeat.ts';
import { sendTo } from '../support/app.ts';
import { spawnApp, type Running } from '../support/process.ts';
import { useHouse } from '../support/useHouse.ts';

describe('a process is alive while what waits is answered', () => {
  let now = 0;
  let heart: Heartbeat;
  /** Beats for so many seconds, each so late as said. */
  const beats = (seconds: number, lateMs = 0): void => {
    for (const until = now + seconds * 1_000; now < until;) {
      now += 500 + lateMs;
      heart.beat();
    }
  };
  beforeAll(() => {
    heart = new Heartbeat(() => now);
    heart.stop();
  });

  test('busy is not stuck: it beats late, and lives', () => {
    beats(60, 450);
    expect(heart.fails).toBe(false);
  });

  test('one long pause is forgiven, a longer one is not', () => {
    now += 9_000;
    expect(heart.fails).toBe(false);
    now += 3_000;
    expect(heart.fails).toBe(true);
    heart.beat();
    expect(heart.fails).toBe(true);
  });

  test('what is over for twenty seconds is forgotten', () => {
    beats(21);
    expect(heart.fails).toBe(false);
  });

  test('stuck again and again for most of the time, it fails between the pauses too', () => {
    beats(30, 4_000);
    expect(heart.fails).toBe(true);
  });
});

describe('an app that was held up', () => {
  const house = useHouse();
  let app: Running;
  beforeAll(async () => {
    app = await spawnApp(house.env);
    house.onClose(() => app.stop());
  }, 60_000);
  const health = () => sendTo<any>(`${app.url}/healthz`, 'GET');

  test('says so to whoever looks after it, as soon as it can say anything', async () => {
    expect(await health()).toEqual({ status: 200, body: { ok: true } });
    process.kill(app.pid, 'SIGSTOP');
    await sleep(12_000);
    process.kill(app.pid, 'SIGCONT');
    expect(await health()).toEqual({ status: 503, body: { ok: false, reason: 'eventLoop' } });
  });
});
