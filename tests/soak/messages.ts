import type { Ground } from './ground.ts';

interface Row {
  message: string;
  state: string;
  reason: string | null;
  channel: string;
  conversation_id: string | null;
  email: string | null;
  object_id: string;
  activity_id: string | null;
  letter: string;
}

const invitations = `
  select message, state, delivery.reason, channel, delivery.conversation_id, person.email, person.object_id, activity_id,
    substring(hearing.letter from 'sag\\d+z') as letter
  from delivery join person on person.id = delivery.person_id join hearing on hearing.id = delivery.hearing_id
  where message = 'hearingInvitation'`;

const notAsked = `
  select hearing.letter, organisation.name from hearing cross join organisation
  where not exists (
    select from delivery join person on person.id = delivery.person_id
    where delivery.hearing_id = hearing.id and message = 'hearingInvitation' and person.organisation_id = organisation.id)`;

const came = new Set(['accepted', 'actedOn']);

/** How often each invitation came to its reader, counted where it arrives: in the chats and the mailboxes. */
class Arrived {
  #ground: Ground;
  #mails: { to: { address: string }[]; subject: string }[] = [];
  /** What each message of a chat is about. */
  #chats = new Map<string, string[]>();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  async open(): Promise<this> {
    this.#mails = await this.#ground.house.api('GET', '/mails');
    return this;
  }

  async #chat(id: string, reader: string): Promise<string[]> {
    const known = this.#chats.get(id);
    if (known) return known;
    const path = `/chats/${encodeURIComponent(id)}/messages?as=${reader}`;
    // A chat that is not there holds nothing.
    const messages = await this.#ground.house.api<{ summary: string }[]>('GET', path).catch(() => []);
    const about = messages.map(({ summary }) => summary);
    this.#chats.set(id, about);
    return about;
  }

  async times({ conversation_id: chat, object_id: reader, email, letter }: Row): Promise<number> {
    const invites = (about: string): boolean => about.startsWith('Høring om') && about.includes(`${letter}:`);
    const inChat = chat ? (await this.#chat(chat, reader)).filter(invites) : [];
    const mailed = this.#mails.filter(
      ({ to, subject }) => to.some(({ address }) => address === email) && invites(subject),
    );
    return inChat.length + mailed.length;
  }
}

/** Every invitation came once, or is listed as failed with the reason. */
export async function recountMessages(ground: Ground): Promise<void> {
  const { cluster, ledger } = ground;
  const arrived = await new Arrived(ground).open();
  for (const row of (await cluster.ask(invitations)) as Row[]) {
    const times = await arrived.times(row);
    const about = `the invitation ${row.letter} to ${row.object_id} by ${row.channel}, ${row.state}`;
    if (times > 1) ledger.found('doubled', `${about}: came ${times} times`);
    if (times === 0 && came.has(row.state)) ledger.found('lost', `${about}: never came`);
    if (!came.has(row.state) && !row.reason) ledger.found('told wrong', `${about}: without a reason`);
  }
  for (const { letter, name } of await cluster.ask(notAsked))
    ledger.found('lost', `${name} was never asked about ${letter}`);
}
