import type { Ground } from './ground.ts';

/** What one reader is told of one case, as the app has it. */
interface Row {
  object_id: string;
  email: string;
  /** The word of the case's title. */
  about: string;
  /** Told to have come; in doubt; and what is neither that nor has a reason. */
  came: number;
  doubted: number;
  unexplained: number;
  kinds: string;
}

const told = `
  select person.object_id, person.email, substring(revision.title from 'sag\\d+z') as about,
    count(*) filter (where delivery.state in ('accepted', 'actedOn'))::int as came,
    count(*) filter (where delivery.state = 'uncertain')::int as doubted,
    count(*) filter (where delivery.state not in ('accepted', 'actedOn') and delivery.reason is null)::int as unexplained,
    string_agg(concat_ws(' ', message, channel, delivery.state, delivery.reason), ', ' order by delivery.id) as kinds
  from delivery join person on person.id = delivery.person_id
    left join hearing on hearing.id = delivery.about_id left join vote on vote.id = delivery.about_id
    join revision on revision.id = coalesce(hearing.revision_id, vote.revision_id) group by 1, 2, 3`;

const notAsked = `
  select hearing.letter, organisation.name from hearing cross join organisation
  where not exists (
    select from delivery join person on person.id = delivery.person_id
    where delivery.about_id = hearing.id and message = 'hearingInvitation' and person.organisation_id = organisation.id)`;

/** What came to its reader, counted where it arrives: in the chats and the mailboxes. */
class Arrived {
  #ground: Ground;
  #mails: { to: { address: string }[]; subject: string }[] = [];
  /** What each message of a reader's chat is about. */
  #chats = new Map<string, string[]>();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  async open(): Promise<this> {
    const { house, stage } = this.#ground;
    this.#mails = await house.api('GET', '/mails');
    for (const [reader, chat] of stage.chats) {
      const path = `/chats/${encodeURIComponent(chat)}/messages?as=${reader}`;
      const messages = await house.api<{ summary: string }[]>('GET', path);
      this.#chats.set(
        reader,
        messages.map(({ summary }) => summary),
      );
    }
    return this;
  }

  times({ object_id: reader, email, about }: Row): number {
    const word = new RegExp(`\\b${about}\\b`);
    const mailed = this.#mails.filter(({ to }) => to.some(({ address }) => address === email));
    const all = [...(this.#chats.get(reader) ?? []), ...mailed.map(({ subject }) => subject)];
    return all.filter((one) => word.test(one)).length;
  }
}

/** Everything that was told came once, or is in doubt or listed as failed, with the reason. */
export async function recountMessages(ground: Ground): Promise<void> {
  const { cluster, ledger } = ground;
  const arrived = await new Arrived(ground).open();
  for (const row of (await cluster.ask(told)) as Row[]) {
    const times = arrived.times(row);
    const about = `of ${row.about} there came ${times} messages to ${row.object_id}, told are ${row.kinds}`;
    if (times > row.came + row.doubted) ledger.found('doubled', about);
    if (times < row.came) ledger.found('lost', about);
    if (row.unexplained > 0) ledger.found('told wrong', `without a reason: ${about}`);
  }
  for (const { letter, name } of await cluster.ask(notAsked))
    ledger.found('lost', `${name} was never asked about ${letter}`);
}
