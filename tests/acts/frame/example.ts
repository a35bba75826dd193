import type { Act } from '../../../bot/acts/frame/act.ts';
import type { EventType } from '../../../bot/process/events.ts';
import type { systemOnly } from '../../../bot/process/frame/roles.ts';
import type { House } from '../../support/app.ts';
import {
  member,
  secretariat,
  stranger,
  whoHasLeft,
  type Member,
  type Someone,
} from '../../support/factories.ts';

/** Whoever the register knows, in every place there is. */
export const known = [
  'secretariat',
  'chair',
  'representative',
  'deputy',
  'contact',
  'staff',
  'staff of another member',
] as const;
export type Reader = (typeof known)[number];

export const roles = [
  ...known,
  'representative of another member',
  'person without an organisation',
  'person nobody registered',
] as const;
export type Role = (typeof roles)[number];

/** `one` is the organisation that the prepared acts are about. */
export interface Cast {
  house: House;
  one: Member;
  other: Member;
  chair: Member;
}
/** One person in each role. */
export interface World extends Cast {
  people: Record<Role, Someone>;
}

export async function everyone(house: House): Promise<World> {
  const one = await member(house, { name: 'Aarhus Kommune', with: ['deputy', 'contact', 'staff'] });
  const other = await member(house, { name: 'Odense Kommune', with: ['staff'] });
  const chair = await member(house, { name: 'Region Syddanmark', chair: true });
  const { representative, deputy, contact, staff } = one;
  const people = {
    secretariat: secretariat(house),
    chair: chair.representative,
    representative,
    deputy,
    contact,
    staff,
    'representative of another member': other.representative,
    'staff of another member': other.staff,
    'person without an organisation': await whoHasLeft(house),
    'person nobody registered': await stranger(house),
  };
  return { house, one, other, chair, people };
}

/** `may`, or the code of the refusal. `rest` is for every role that is not named. */
export type Says = Partial<Record<Role, string>> & { rest: string };
export const secretariatAlone: Says = { secretariat: 'may', rest: 'secretariatOnly' };
export const running: Says = { secretariat: 'may', chair: 'may', rest: 'secretariatOrChair' };

export type Given = Record<string, any>;

/** An entry that an act leaves in a trail. */
export interface Entry {
  type: EventType;
  /** The field that names the case it stands in; the register has no id of its own. */
  of?: 'revisionId' | 'meetingId';
  /** What it must hold at least, from what was asked and what was answered. */
  data: (input: Given, result: Given, world: World) => Given;
}
export const some = (value: Given, ...names: string[]): Given =>
  Object.fromEntries(names.map((name) => [name, value[name]]));
export const iso = (wall: string): string => new Date(`${wall}:00+02:00`).toISOString();

/** All that the tests which run over every act have to know of one. */
export interface Example {
  /** Its input, ready to be done for `one` by whoever may: only the role decides. */
  ready: (world: World) => Promise<Given>;
  /** The process's own table: who may, and what the others are told. */
  may: Says;
  /** Who does it; the secretariat, unless told. */
  by?: Role;
  /** Who else may; another of the secretariat, unless told. */
  another?: Role;
  /** What makes it another act, where it is about the same thing each time. */
  otherwise?: (world: World) => Given;
  /** What it leaves in the trail: one entry; or nothing, or more. */
  says: [Entry] | [];
  /** Its button in a view of the test of buttons; null: it has none there. */
  button: null | {
    /** Who could press it, and did. */
    by: readonly Reader[];
    /** Which ids of the page go along; unless told, the one that the page is about. */
    sends?: string[];
    /** What somebody fills in, with a reason where the gate asks for one. */
    fill?: (cast: Cast, reader: Reader) => Given;
  };
  /** Waits for what it has brought about outside, where the app goes on with that by itself. */
  settled?: (world: World, result: Given) => Promise<unknown>;
}

type OfTheClock = { may: typeof systemOnly };
/** Of each act of an area that a person may do: one that is forgotten does not compile. */
export type ExamplesOf<A extends Record<string, Omit<Act, 'input' | 'apply'>>> = {
  [N in keyof A as A[N] extends OfTheClock ? never : N]: Example;
};
