import {
  ballotRecorded,
  deadlineExtended,
  greeting,
  hearingInvitation,
  hearingMine,
  findTime,
  hearingReminder,
  jointNotice,
  meetingNews,
  seatReplaced,
  voteCard,
  voteLeftOpen,
  voteResult,
} from '../cards/index.ts';
import type { MeetingNews, Message, Reader } from '../cards/index.ts';
import type { Actor } from '../process/roles.ts';
import type { Head } from '../process/case/heads.ts';
import type { MessageKind } from '../process/messages.ts';
import { canonicalJson, sha256 } from '../process/trail.ts';
import { organisationById } from '../store/people.ts';
import { jointMessage, settledProposal, type JointKind } from './composeJoint.ts';
import { vacantMessage } from './composeVacant.ts';
import { answerOf } from '../store/hearings.ts';
import type { Db } from '../store/database.ts';
import type { Delivery } from '../store/deliveries.ts';
import type { Viewing } from '../views/context.ts';
import { coSenders } from '../views/hearing.ts';
import { hearingCardOf } from '../views/hearingCard.ts';
import { meetingCardView } from '../views/meetingCard.ts';
import { schedulingCardView } from '../views/schedulingCard.ts';
import type { HearingView } from '../views/shapes/hearing.ts';
import type { VoteView } from '../views/shapes/vote.ts';
import { anchorShown } from '../views/anchors.ts';
import { voteView } from '../views/vote.ts';

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
  /** Of a shared card: what it shows, the time of day aside, by which two are told apart. */
  shows: string | null;
}
export type Composed = Ready | { cancelled: string };

/** `timeless`: the same whenever it is made, where the message says when it was. */
type Said = { message: Message; timeless?: Message } | { cancelled: string };

interface Made {
  until: number;
  made: ReturnType<typeof hearingCardOf>;
}

/** What of a delivery its words depend on. */
export type Addressed = Pick<
  Delivery,
  'personId' | 'message' | 'occasion' | 'revisionId' | 'hearingId' | 'voteId' | 'meetingId' | 'schedulingId'
> & {
  organisationId?: string | null;
  locale?: 'da' | 'en' | null;
};

/** A shared chat has no reader of its own: it is shown what every member may see, in the organisation's language. */
const readerOf = ({ personId, organisationId, locale }: Addressed): Actor => ({
  personId: personId ?? '',
  displayName: '',
  organisationId: organisationId ?? null,
  secretariat: false,
  chair: false,
  locale: locale ?? 'da',
});

const newsOf: Partial<Record<MessageKind, MeetingNews>> = {
  meetingCalled: 'called',
  meetingChanged: 'changed',
  meetingCancelled: 'cancelled',
};

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

  /** What stands in the place of a card that asked for something, when that is done; null: it asks still. */
  async settled(delivery: Addressed): Promise<Message | null> {
    const context = this.#contextOf(delivery);
    const { view } = await hearingCardOf(context, delivery.hearingId!);
    const to = {
      locale: context.reader.locale,
      links: { tab: this.#with.tabLink(`revision/${view.revision.id}`) },
    };
    if (delivery.message === 'jointProposed')
      return settledProposal(this.#with.db, { view, occasion: delivery.occasion, to });
    if (!view.mine?.answer.submittedAt) return null;
    return hearingMine(view, { ...to, others: await coSenders(context) });
  }

  /** Made when it is sent, not when it was queued, so that it says what is true then. */
  async compose(delivery: Addressed): Promise<Composed> {
    const context = this.#contextOf(delivery);
    const kind = delivery.message as MessageKind;
    const link = this.#with.tabLink(pageOf(delivery));
    const made = await this.#said(context, delivery, kind);
    if ('cancelled' in made) return made;
    const { message, timeless = message } = made;
    return { message, link, shows: delivery.personId ? null : sha256(canonicalJson(timeless)) };
  }

  #said(context: Viewing, delivery: Addressed, kind: MessageKind): Promise<Said> {
    if (kind === 'greeting') return this.#greeting(context);
    if (kind === 'placeVacant')
      return vacantMessage(context, delivery.hearingId, this.#with.tabLink(pageOf(delivery)));
    if (delivery.hearingId) return this.#hearing(context, delivery, kind);
    if (delivery.schedulingId) return this.#scheduling(context, delivery.schedulingId);
    if (delivery.meetingId) return this.#meeting(context, delivery.meetingId, kind);
    return this.#vote(context, delivery, kind);
  }

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

  async #meeting(context: Viewing, id: string, kind: MessageKind): Promise<Said> {
    const view = await meetingCardView(context, id);
    const news = newsOf[kind];
    if (!news) throw new Error(`no such message about a meeting: ${kind}`);
    // Cancelled meanwhile: that is told, and nothing before it.
    if (view.cancelled && news !== 'cancelled') return { cancelled: 'over' };
    const links = { tab: this.#with.tabLink(`meeting/${id}`) };
    return { message: meetingNews(view, news, { locale: context.reader.locale, links }) };
  }

  async #hearing(context: Viewing, delivery: Addressed, kind: MessageKind): Promise<Said> {
    const { reader, db } = context;
    const view = await this.#hearingFor(context, delivery);
    const to = { locale: reader.locale, links: { tab: this.#with.tabLink(`revision/${view.revision.id}`) } };
    const audience = delivery.personId ? ('personal' as const) : ('channel' as const);
    const shared = delivery.personId === null;
    if (kind === 'hearingReminder') {
      const answered = reader.organisationId && (await answerOf(db, view.id, reader.organisationId));
      if (answered) return { cancelled: 'answered' };
    }
    // What became of an answer is told also when the deadline came before the message.
    if (kind === 'jointProposed' || kind === 'jointDecided' || kind === 'jointEnded')
      return this.#joint(context, delivery, kind, to);
    // A shared card that is edited goes on being itself; a personal message that came too late is not sent.
    if (view.state === 'closed' && !shared && kind !== 'deadlineExtended') return { cancelled: 'over' };
    if (kind === 'hearingReminder')
      return { message: hearingReminder(view, { ...to, others: await coSenders(context) }) };
    if (kind === 'deadlineExtended') return { message: deadlineExtended(view, { ...to, audience }) };
    if (kind === 'namedInJointAnswer') {
      const by = (await organisationById(db, delivery.occasion))?.name ?? '';
      return { message: jointNotice(view, { ...to, by }) };
    }
    return { message: hearingInvitation(view, { ...to, audience }) };
  }

  /** Of its reader alone, and of this moment. */
  async #joint(context: Viewing, delivery: Addressed, kind: JointKind, to: Reader): Promise<Said> {
    const { view } = await hearingCardOf(context, delivery.hearingId!);
    return jointMessage(context.db, kind, { view, occasion: delivery.occasion, to });
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

  async #vote(context: Viewing, delivery: Addressed, kind: MessageKind): Promise<Said> {
    const view = await voteView(context, { id: delivery.voteId!, light: true });
    const { locale } = context.reader;
    const tab = this.#with.tabLink(`revision/${view.revision.id}`);
    const to = { locale, links: { tab } };
    if (kind === 'voteResult')
      return {
        message: voteResult(await this.#anchored(view), {
          locale,
          links: { tab, heads: this.#with.headsLink },
        }),
      };
    if (kind === 'ballotRecorded') {
      return view.state === 'closed' ? { cancelled: 'over' } : { message: ballotRecorded(view, to) };
    }
    // Closed meanwhile, or the meeting goes on.
    if (kind === 'voteLeftOpen')
      return view.meetingOverAt
        ? { message: voteLeftOpen(view, { ...to, asOf: context.now }) }
        : { cancelled: 'over' };
    if (delivery.personId && view.state === 'closed') return { cancelled: 'over' };
    // Back in the seat before it was sent: there is nothing to say any more.
    if (kind === 'seatReplaced')
      return view.mine?.why ? { message: seatReplaced(view, to) } : { cancelled: 'over' };
    const audience = delivery.personId ? ('mine' as const) : ('shared' as const);
    const card = (asOf: Date): Message => voteCard(view, { ...to, audience, asOf });
    return { message: card(context.now), timeless: card(new Date(view.openedAt)) };
  }

  /** The result goes out with the head that it stands under; a rehearsal decides nothing, and needs none. */
  async #anchored(view: VoteView): Promise<VoteView> {
    if (view.rehearsal || view.anchor) return view;
    return { ...view, anchor: anchorShown(await this.#with.headOf(view.id)) };
  }
}
