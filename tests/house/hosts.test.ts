import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { openHouse } from '../support/app.ts';
import { tellHost } from '../support/wire/hostDoor.ts';

describe('the host of a worker’s apps', () => {
  test('refuses to close a house that leaves a connection to its database', async () => {
    const house = await openHouse();
    const left = new pg.Client({ connectionString: house.databaseUrl, application_name: 'partnership-left' });
    // Ended by the host when it drops the database.
    left.on('error', () => undefined);
    await left.connect();
    await expect(house.close()).rejects.toThrow('a connection of partnership-left');
  }, 30_000);

  test('refuses to close the last house while something of it still ticks', async () => {
    const house = await openHouse({ from: 'empty' });
    await tellHost('tick', { ms: 4_000 });
    await expect(house.close()).rejects.toThrow('Timeout');
  }, 30_000);
});
