import { afterAll, beforeAll } from '@jest/globals';
import { openHouse, type House, type Opening } from './app.ts';

/** A house for the tests of one file. Its fields are there from the first test on. */
export function useHouse(opening?: Opening): House {
  const house = {} as House;
  beforeAll(async () => void Object.assign(house, await openHouse(opening)), 60_000);
  afterAll(() => house.close?.(), 60_000);
  return house;
}
