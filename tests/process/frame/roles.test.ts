import { describe, expect, test } from '@jest/globals';
import {
  anyone,
  chair,
  isSecretariat,
  member,
  organisationOf,
  secretariat,
  secretariatOrChair,
  type Actor,
  type Doer,
} from '../../../bot/process/frame/roles.ts';

const person: Actor = {
  personId: 'p',
  displayName: 'Indkøbschef',
  organisationId: 'o',
  secretariat: false,
  chair: false,
  locale: 'da',
};
const who: Record<string, Doer> = {
  secretariat: { ...person, organisationId: null, secretariat: true },
  chair: { ...person, chair: true },
  member: person,
  'someone without an organisation': { ...person, organisationId: null },
  'the clock': 'system',
};
const guards = { secretariat, secretariatOrChair, chair, member, anyone };

describe('who may', () => {
  const answers: [guard: keyof typeof guards, who: string, refused: string | null][] = [
    ['secretariat', 'secretariat', null],
    ['secretariat', 'chair', 'secretariatOnly'],
    ['secretariat', 'member', 'secretariatOnly'],
    ['secretariat', 'someone without an organisation', 'secretariatOnly'],
    ['secretariat', 'the clock', null],
    ['secretariatOrChair', 'secretariat', null],
    ['secretariatOrChair', 'chair', null],
    ['secretariatOrChair', 'member', 'secretariatOrChair'],
    ['secretariatOrChair', 'someone without an organisation', 'secretariatOrChair'],
    ['secretariatOrChair', 'the clock', null],
    ['chair', 'secretariat', 'chairOnly'],
    ['chair', 'chair', null],
    ['chair', 'member', 'chairOnly'],
    ['chair', 'someone without an organisation', 'chairOnly'],
    ['chair', 'the clock', 'chairOnly'],
    ['member', 'secretariat', null],
    ['member', 'chair', null],
    ['member', 'member', null],
    ['member', 'someone without an organisation', 'notRegistered'],
    ['member', 'the clock', null],
    ['anyone', 'someone without an organisation', null],
    ['anyone', 'the clock', null],
  ];

  test.each(answers)('%s: %s', (guard, doer, refused) => {
    expect(guards[guard](who[doer]!)?.refused ?? null).toBe(refused);
  });

  test('nobody sits for an organisation they do not belong to', () => {
    expect(Object.values(who).map(organisationOf)).toEqual([null, 'o', 'o', null, null]);
  });

  test('a chair is not the secretariat', () => {
    expect(isSecretariat(who['chair']!)).toBe(false);
  });
});
