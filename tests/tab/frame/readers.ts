import { both, type Key, type Text } from '../../../bot/i18n/index.ts';
import type { Allowed } from '../../../bot/views/frame/shapes.ts';
import type { MeView } from '../../../bot/views/people/shapes.ts';
import { idOf } from '../../support/views/views.ts';

export const roles = ['secretariat', 'contact', 'staff', 'representative', 'chair'] as const;
export type Role = (typeof roles)[number];
export const members = roles.slice(1);

/** The moment these pages are looked at, unless a test says otherwise. */
export const seenAt = '2026-12-01T09:42:00Z';

/** Who may press what when nothing else stands in the way; by the name of the refusal that tells the others. */
const guards: Record<string, { may: Role[]; else: Key }> = {
  secretariat: { may: ['secretariat'], else: 'refusal.secretariatOnly' },
  steering: { may: ['secretariat', 'chair'], else: 'refusal.secretariatOrChair' },
  chair: { may: ['chair'], else: 'refusal.chairOnly' },
  answer: { may: ['secretariat', 'contact'], else: 'refusal.notContact' },
  ballot: { may: ['representative', 'chair'], else: 'refusal.notEntitled' },
  anyone: { may: [...roles], else: 'refusal.notRegistered' },
};
const guardOf: Record<string, keyof typeof guards> = {
  openSession: 'steering',
  endSession: 'steering',
  openVote: 'steering',
  closeVote: 'steering',
  decideTie: 'chair',
  submitAnswer: 'answer',
  castBallot: 'ballot',
  addComment: 'anyone',
  answerPoll: 'anyone',
  renewCalendarLink: 'anyone',
};

const filled = { contact: 'Miljøchef', organisation: 'Aarhus Kommune' };
const plain: Text = { da: '', en: '' };

export const done = (act: string): Allowed => ({ act, ok: true, refusal: null, unmet: [] });
export const refused = (act: string, code: string, message: Text = plain): Allowed => ({
  act,
  ok: false,
  refusal: { code, message },
  unmet: [],
});
export const gated = (act: string, ...unmet: Allowed['unmet']): Allowed => {
  const hard = unmet.some((one) => !one.passable);
  const code = hard ? 'gateNotMet' : 'reasonNeeded';
  return { act, ok: false, refusal: { code, message: both(`refusal.${code}`) }, unmet };
};

export const missing = (passable = false): Allowed['unmet'][number] =>
  passable
    ? { code: 'acrossJuly', message: both('finding.acrossJuly'), passable }
    : { code: 'hearingStillOpen', message: both('finding.hearingStillOpen'), passable };

export function verdict(role: Role, act: string): Allowed {
  const guard = guards[guardOf[act] ?? 'secretariat']!;
  if (guard.may.includes(role)) return done(act);
  return refused(act, guard.else.replace('refusal.', ''), both(guard.else, filled));
}
export const verdicts = (role: Role, ...acts: string[]): Allowed[] => acts.map((act) => verdict(role, act));

export function me(role: Role, more: Partial<MeView> = {}): MeView {
  const belongs = role !== 'secretariat';
  const held = role === 'chair' ? (['representative', 'chair'] as const) : ([role] as const);
  return {
    personId: idOf(`me-${role}`),
    displayName: belongs ? 'Indkøbschef, Aarhus Kommune' : 'Sekretariatsleder, Sekretariatet',
    organisationId: belongs ? idOf('aarhus') : null,
    organisationName: belongs ? 'Aarhus Kommune' : null,
    secretariat: !belongs,
    chair: role === 'chair',
    roles: held.filter((one) => one !== 'secretariat' && one !== 'staff'),
    locale: 'da',
    now: seenAt,
    allowed: verdicts(role, 'startRevision', 'callMeeting', 'confirmRules', 'registerMember'),
    ...more,
  };
}
