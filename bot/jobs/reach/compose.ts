import {
  ballotRecorded,
  deadlineExtended,
  greeting,
  hearingInvitation,
  findTime,
  hearingReminder,
  jointNotice,
  meetingNews,
  seatReplaced,
  voteCard,
  voteLeftOpen,
  voteResult,
  type MeetingNews,
  type Message,
  type Reader,
} from '../../cards/index.ts';
import type { Actor } from '../../process/frame/roles.ts';
import type { Head } from '../../process/case/heads.ts';
import { isMessageKind, type MessageKind } from '../../process/reach/messages.ts';
import { canonicalJson, sha256 } from '../../process/frame/trail.ts';
import { organisationById } from '../../store/people/people.ts';
import { jointMessage, type JointKind } from '../hearing/composeJoint.ts';
import { isLivingOwn, ownNow } from './composeOwn.ts';
import { vacantMessage } from '../people/composeVacant.ts';
import { answerOf } from '../../store/hearing/hearings.ts';
import type { Db } from '../../store/frame/database.ts';
import type { Viewing } from '../../views/frame/context.ts';
import { coSenders } from '../../views/hearing/hearing.ts';
import { hearingCardOf } from '../../views/hearing/hearingCard.ts';
import { meetingCardView } from '../../views/meeting/meetingCard.ts';
import { schedulingCardView } from '../../views/scheduling/schedulingCard.ts';
import type { HearingView } from '../../views/hearing/shapes.ts';
import type { VoteView } from '../../views/vote/shapes.ts';
import { anchorShown } from '../../views/case/anchors.ts';
import { voteView } from '../../views/vote/vote.ts';
import type { Addressed } from './addressed.ts';

/** What a message is made from; the same for every delivery. */
export interface Composing {
  db: Db;
  now(): Date;
  tabLink(page: string): string;
  /** The head over a vote's end, which its result is told with; null: there is none. */
  headOf(voteId: string): Promise<Head | null>;
  /** Where all heads are published. */
  headsLink: string;
}

/** The words of one message, or why it is no longer to be sent. */
export interface Ready {
  message: Message;
  link: string;
  /** Of a card that is edited: what it shows, the time of day aside, by which two are told apart. */
  shows: string | null;
}
export type Composed = Ready | { cancelled: string };
const hashOf = (message: Message): string => sha256(canonicalJson(message));

/** `timeless`: the same whenever it is made, where the message says when it was. */
type Said = { message: Message; timeless?: Message } | { cancelled: string };
type Maker = (context: Viewing, delivery: Addressed) => Promise<Said>;

type ToHearing = Reader & { audience: 'personal' | 'channel'; occasion: string };
type ToVote = Reader & { audience: 'mine' | 'shared'; asOf: Date };
/** Null: there is nothing to say any more. */
type Words<V, T> = (view: V, to: T) => Message | null | Promise<Message | null>;
const said = (message: Message | null): Said => (message ? { message } : { cancelled: 'over' });

interface Made {
  until: number;
  made: ReturnType<typeof hearingCardOf>;
}

/** A shared chat has no reader of its own: it is shown what every member may see, in the organisation's language. */
const readerOf = ({ personId, organisationId, locale }: Addressed): Actor => ({
  personId: personId ?? '',
  displayName: '',
  organisationId: organisationId ?? null,
  secretariat: false,
  chair: false,
  locale: locale ?? 'da',
});

function pageOf({ message, revisionId, meetingId, schedulingId }: Addressed): string {
  if (message === 'greeting') return 'tasks';
  if (message === 'placeVacant') return 'members';
  if (schedulingId) return `scheduling/${schedulingId}`;
  return meetingId ? `meeting/${meetingId}` : `revision/${revisionId ?? ''}`;
}

const notAsked = (): never => {
  throw new Error('a message asks no act');
};

export class Composer {
  #with: Composing;
  #memo = new Map<string, Made>();

  constructor(composing: Composing) {
    this.#with = composing;
  }

  #contextOf(delivery: Addressed): Viewing {
    return {
      db: this.#with.db,
      reader: readerOf(delivery),
      now: this.#with.now(),
      may: notAsked,
      readsSealed: notAsked,
    };
  }

  /** What a card that was sent should show now; cancelled: it stands as it was put. */
  async stands(delivery: Addressed): Promise<Composed> {
    if (!delivery.personId) return this.compose(delivery);
    const link = this.#with.tabLink(pageOf(delivery));
    const message = await ownNow(this.#contextOf(delivery), delivery, link);
    return message ? { message, link, shows: hashOf(message) } : { cancelled: 'asksStill' };
  }

  /** Made when it is sent, not when it was queued, so that it says what is true then. */
  async compose(delivery: Addressed): Promise<Composed> {
    const context = this.#contextOf(delivery);
    const link = this.#with.tabLink(pageOf(delivery));
    if (!isMessageKind(delivery.message)) throw new Error(`no such message: ${delivery.message}`);
    const made = await this.#makers[delivery.message](context, delivery);
    if ('cancelled' in made) return made;
    const { message, timeless = message } = made;
    const edited = !delivery.personId || isLivingOwn(delivery);
    return { message, link, shows: edited ? hashOf(timeless) : null };
  }

  /** One for each kind: a message that has none does not compile, and is sent as no other. */
  #makers: Record<MessageKind, Maker> = {
    greeting: (context) => this.#greeting(context),
    placeVacant: (context, delivery) =>
      vacantMessage(context, delivery.hearingId, this.#with.tabLink(pageOf(delivery))),
    hearingInvitation: this.#whileOpen((view, to) => hearingInvitation(view, to)),
    hearingReminder: (context, delivery) => this.#reminder(context, delivery),
    deadlineExtended: this.#ofHearing((view, to) => deadlineExtended(view, to)),
    namedInJointAnswer: this.#whileOpen((view, to) => this.#named(view, to)),
    // What became of an answer is told also when the deadline came before the message.
    jointProposed: this.#ofJoint('jointProposed'),
    jointDecided: this.#ofJoint('jointDecided'),
    jointEnded: this.#ofJoint('jointEnded'),
    voteOpened: (context, delivery) => this.#ballotCard(context, delivery),
    voteResult: this.#ofVote((view, to) => this.#result(view, to)),
    ballotRecorded: this.#ofVote((view, to) => (view.state === 'closed' ? null : ballotRecorded(view, to))),
    // Back in the seat before it was sent: there is nothing to say any more.
    seatReplaced: this.#ofVote((view, to) =>
      view.state === 'open' && view.mine?.why ? seatReplaced(view, to) : null,
    ),
    // Closed meanwhile, or the meeting goes on.
    voteLeftOpen: this.#ofVote((view, to) => (view.meetingOverAt ? voteLeftOpen(view, to) : null)),
    findTime: (context, delivery) => this.#scheduling(context, delivery.schedulingId!),
    meetingCalled: this.#ofMeeting('called'),
    meetingChanged: this.#ofMeeting('changed'),
    meetingCancelled: this.#ofMeeting('cancelled'),
  };

  async #greeting({ db, reader: { organisationId, locale } }: Viewing): Promise<Said> {
    const organisation = organisationId ? await organisationById(db, organisationId) : null;
    const links = { tab: this.#with.tabLink('tasks') };
    return { message: greeting({ locale, links, organisation: organisation?.name ?? null }) };
  }

  /** Whoever has answered meanwhile, or is too late, is not asked. */
  async #scheduling(context: Viewing, id: string): Promise<Said> {
    const view = await schedulingCardView(context, id);
    if (view.state !== 'polling') return { cancelled: 'over' };
    if (view.answeredAt) return { cancelled: 'answered' };
    const links = { tab: this.#with.tabLink(`scheduling/${id}`) };
    return { message: findTime(view, { locale: context.reader.locale, links }) };
  }

  #ofMeeting(news: MeetingNews): Maker {
    return async (context, { meetingId }) => {
      const view = await meetingCardView(context, meetingId!);
      // Cancelled meanwhile: that is told, and nothing before it.
      if (view.cancelled && news !== 'cancelled') return { cancelled: 'over' };
      const links = { tab: this.#with.tabLink(`meeting/${meetingId}`) };
      return { message: meetingNews(view, news, { locale: context.reader.locale, links }) };
    };
  }

  #toReader({ reader }: Viewing, { personId, occasion }: Addressed, { revision }: HearingView): ToHearing {
    const links = { tab: this.#with.tabLink(`revision/${revision.id}`) };
    return { locale: reader.locale, links, audience: personId ? 'personal' : 'channel', occasion };
  }

  #ofHearing(make: Words<HearingView, ToHearing>): Maker {
    return async (context, delivery) => {
      const view = await this.#hearingFor(context, delivery);
      return said(await make(view, this.#toReader(context, delivery, view)));
    };
  }

  /** A shared card that is edited goes on being itself; a personal message that came too late is not sent. */
  #whileOpen(make: Words<HearingView, ToHearing>): Maker {
    return this.#ofHearing((view, to) =>
      view.state === 'closed' && to.audience === 'personal' ? null : make(view, to),
    );
  }

  async #reminder(context: Viewing, delivery: Addressed): Promise<Said> {
    const { reader, db } = context;
    const answered =
      reader.organisationId && (await answerOf(db, delivery.hearingId!, reader.organisationId));
    if (answered) return { cancelled: 'answered' };
    const made = this.#whileOpen(async (view, to) =>
      hearingReminder(view, { ...to, others: await coSenders(context) }),
    );
    return made(context, delivery);
  }

  async #named(view: HearingView, { occasion, ...to }: ToHearing): Promise<Message> {
    const by = (await organisationById(this.#with.db, occasion))?.name ?? '';
    return jointNotice(view, { ...to, by });
  }

  /** Of its reader alone, and of this moment. */
  #ofJoint(kind: JointKind): Maker {
    return async (context, delivery) => {
      const { view } = await hearingCardOf(context, delivery.hearingId!);
      const { locale, links } = this.#toReader(context, delivery, view);
      return jointMessage(context.db, kind, { view, occasion: delivery.occasion, to: { locale, links } });
    };
  }

  /**
   * Thousands of invitations are a few dozen different cards: one per organisation. So the view is made once
   * per organisation and few seconds, and only "are you the contact" differs between its people. Never for
   * another message or occasion: an extension must not show the deadline that the invitation had a second
   * ago; and never for a shared card, whose last edit must show the last state.
   */
  async #hearingFor(context: Viewing, delivery: Addressed): Promise<HearingView> {
    const { reader } = context;
    const { hearingId, message, occasion, personId } = delivery;
    const id = hearingId!;
    if (!personId) return (await hearingCardOf(context, id)).view;
    const key = [id, reader.organisationId, message, occasion].join(' ');
    const known = this.#memo.get(key);
    const fresh = known && known.until > performance.now();
    const { view, contactId } = await (fresh ? known.made : this.#remember(key, hearingCardOf(context, id)));
    return view.mine ? { ...view, mine: { ...view.mine, isContact: contactId === reader.personId } } : view;
  }

  #remember(key: string, made: Made['made']): Made['made'] {
    if (this.#memo.size > 500) this.#memo.clear();
    this.#memo.set(key, { until: performance.now() + 3_000, made });
    return made;
  }

  #ofVote(make: Words<VoteView, ToVote>): Maker {
    return async (context, delivery) => {
      const { view, to } = await this.#voteFor(context, delivery);
      return said(await make(view, to));
    };
  }

  async #voteFor(context: Viewing, { voteId, personId }: Addressed) {
    const view = await voteView(context, { id: voteId!, light: true });
    const links = { tab: this.#with.tabLink(`revision/${view.revision.id}`) };
    const audience = personId ? ('mine' as const) : ('shared' as const);
    return { view, to: { locale: context.reader.locale, links, audience, asOf: context.now } };
  }

  /** The card says when its count was so: of two that differ in nothing else, neither is put in the other's place. */
  async #ballotCard(context: Viewing, delivery: Addressed): Promise<Said> {
    const { view, to } = await this.#voteFor(context, delivery);
    if (delivery.personId)
      return view.state === 'closed' ? { cancelled: 'over' } : { message: voteCard(view, to) };
    const timeless = voteCard(view, { ...to, asOf: new Date(view.openedAt) });
    return { message: voteCard(view, to), timeless };
  }

  async #result(view: VoteView, { locale, links: { tab } }: ToVote): Promise<Message> {
    return voteResult(await this.#anchored(view), { locale, links: { tab, heads: this.#with.headsLink } });
  }

  /** The result goes out with the head that it stands under; a rehearsal decides nothing, and needs none. */
  async #anchored(view: VoteView): Promise<VoteView> {
    if (view.rehearsal || view.anchor) return view;
    return { ...view, anchor: anchorShown(await this.#with.headOf(view.id)) };
  }
}
