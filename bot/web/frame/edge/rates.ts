import { Buckets, type Over, type Rate } from './buckets.ts';

/** Each replica's own; see the variables. */
export interface RateSettings {
  read: Rate;
  act: Rate;
  address: Rate;
}

export interface Who {
  tenantId: string;
  objectId: string;
}

const people = 20_000;
const addresses = 50_000;

/** How fast one person may read and act, by whichever door, and one address that nobody is known behind. */
export class Rates {
  #of: { read: Buckets; act: Buckets; address: Buckets };

  constructor({ read, act, address }: RateSettings) {
    this.#of = {
      read: new Buckets(read, people),
      act: new Buckets(act, people),
      address: new Buckets(address, addresses),
    };
  }

  person({ tenantId, objectId }: Who, kind: 'read' | 'act'): Over | null {
    return this.#of[kind].take(`${tenantId}/${objectId}`.toLowerCase());
  }

  stranger(address: string, cost: number): Over | null {
    return this.#of.address.take(address, cost);
  }
}
