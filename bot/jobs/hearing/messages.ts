import {
  deadlineExtended,
  hearingInvitation,
  hearingMine,
  hearingReminder,
  jointNotice,
  type Message,
  type Reader,
} from '../../cards/index.ts';
import { answerOf } from '../../store/hearing/hearings.ts';
import { organisationById } from '../../store/people/people.ts';
import type { Viewing } from '../../views/frame/context.ts';
import { coSenders } from '../../views/hearing/hearing.ts';
import { hearingCardOf } from '../../views/hearing/hearingCard.ts';
import type { HearingView } from '../../views/hearing/shapes.ts';
import { toReader, said, type Addressed, type Composing, type Making, type Said } from '../frame/making.ts';
import { jointMessage, settledDecision, settledProposal, type JointKind } from './jointMessages.ts';

type ToHearing = Reader & { audience: 'personal' | 'channel'; occasion: string };
/** Null: there is nothing to say any more. */
type Words = (view: HearingView, to: ToHearing) => Message | null | Promise<Message | null>;
type Views = (context: Viewing, delivery: Addressed) => Promise<HearingView>;

interface Made {
  until: number;
  made: ReturnType<typeof hearingCardOf>;
}

/**
 * Thousands of invitations are a few dozen different cards: one per organisation. So the view is made once
 * per organisation and few seconds, and only what each may do differs between its people. Never for
 * another message or occasion: an extension must not show the deadline that the invitation had a second
 * ago; and never for a shared card, whose last edit must show the last state.
 */
function fewViews(): Views {
  const memo = new Map<string, Made>();
  const remember = (key: string, made: Made['made']): Made['made'] => {
    if (memo.size > 500) memo.clear();
    memo.set(key, { until: performance.now() + 3_000, made });
    return made;
  };
  return async (context, { about: { id }, message, occasion, personId }) => {
    const { reader } = context;
    if (!personId) return (await hearingCardOf(context, id)).view;
    const key = [id, reader.organisationId, message, occasion].join(' ');
    const known = memo.get(key);
    const fresh = known && known.until > performance.now();
    const made = await (fresh ? known.made : remember(key, hearingCardOf(context, id)));
    return made.to(context);
  };
}

const telling = (viewOf: Views, words: Words): Making => ({
  async make(context, delivery, tab) {
    const { personId, occasion } = delivery;
    const audience = personId ? ('personal' as const) : ('channel' as const);
    const to = { ...toReader(context, tab), audience, occasion };
    return said(await words(await viewOf(context, delivery), to));
  },
});

/** A shared card that is edited goes on being itself; a personal message that came too late is not sent. */
const whileOpen = (viewOf: Views, words: Words): Making =>
  telling(viewOf, (view, to) =>
    view.state === 'closed' && to.audience === 'personal' ? null : words(view, to),
  );

async function reminder(viewOf: Views, context: Viewing, delivery: Addressed, tab: string): Promise<Said> {
  const { reader, db } = context;
  const answered = reader.organisationId && (await answerOf(db, delivery.about.id, reader.organisationId));
  if (answered) return { cancelled: 'answered' };
  const words: Words = async (view, to) => hearingReminder(view, { ...to, others: await coSenders(context) });
  return whileOpen(viewOf, words).make(context, delivery, tab);
}

/** What became of a hearing, in the place of its reminder: not while somebody may be writing in that, and nobody can in this. */
async function reminderNow(context: Viewing, { about }: Addressed, tab: string): Promise<Message | null> {
  const { view } = await hearingCardOf(context, about.id);
  return view.state === 'open' ? null : hearingMine(view, { ...toReader(context, tab), still: true });
}

/** Of its reader alone, and of this moment. */
const joint = (kind: JointKind, settled?: typeof settledProposal): Making => ({
  async make(context, { about, occasion }, tab) {
    const { view } = await hearingCardOf(context, about.id);
    return jointMessage(context.db, kind, {
      view,
      occasion,
      to: toReader(context, tab),
    });
  },
  ...(settled && {
    async now(context: Viewing, { about, occasion }: Addressed, tab: string) {
      const { view } = await hearingCardOf(context, about.id);
      return settled(context.db, { view, occasion, to: toReader(context, tab) });
    },
  }),
});

export function hearingMessages({ db }: Composing) {
  const viewOf = fewViews();
  return {
    hearingInvitation: whileOpen(viewOf, (view, to) => hearingInvitation(view, to)),
    hearingReminder: {
      make: (context, delivery, tab) => reminder(viewOf, context, delivery, tab),
      now: reminderNow,
    },
    deadlineExtended: telling(viewOf, (view, to) => deadlineExtended(view, to)),
    namedInJointAnswer: whileOpen(viewOf, async (view, { occasion, ...to }) =>
      jointNotice(view, { ...to, by: (await organisationById(db, occasion))?.name ?? '' }),
    ),
    // What became of an answer is told also when the deadline came before the message.
    jointProposed: joint('jointProposed', settledProposal),
    jointDecided: joint('jointDecided', settledDecision),
    jointEnded: joint('jointEnded'),
  } satisfies Record<string, Making>;
}
