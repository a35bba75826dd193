import { count, type Choice, type Rule } from '../../bot/process/vote/vote.ts';
import { documentHash } from '../../bot/process/frame/trail.ts';
import { meetingsOf, type Meeting } from './pastMeetings.ts';
import { idOf, type Rows, type Cast } from './rows.ts';

/** Where a case stands: what is under way, and what years of use leave behind. */
export type Standing = 'heard' | 'disposing' | 'voted' | 'done';

export const rule: Rule = {
  base: 'cast',
  threshold: 'simple',
  tie: 'notCarried',
  quorum: 0,
  secrecy: 'open',
  deputies: true,
};
const hour = 3600_000;
const day = 24 * hour;
const clauses = Array.from({ length: 10 }, (_, index) => ({
  number: `5.${'abcdefghij'[index]}`,
  kind: index % 2 === 0 ? 'requirement' : 'recommendation',
  heading: `Underpunkt ${index + 1}`,
  text: 'Produktet skal opfylde kravene i et type 1-miljømærke eller tilsvarende. '.repeat(4),
}));
const commentsEach = 105;

/** One case, told and recorded alike, so that whoever holds the records against the trail finds nothing. */
class Case {
  readonly id: string;
  #rows: Rows;
  #cast: Cast;
  #n: number;
  #at: number;
  /** Past the triggers both columns want it, until the program before is gone. */
  #home: { case_id: string; revision_id: string };

  constructor(rows: Rows, cast: Cast, n: number, began: number) {
    this.#rows = rows;
    this.#cast = cast;
    this.#n = n;
    this.#at = began;
    this.id = idOf(`case ${n}`);
    this.#home = { case_id: this.id, revision_id: this.id };
  }

  /** The next moment of it; no two things happen in the same one. */
  #next(ms = 60_000): Date {
    this.#at += ms;
    return new Date(this.#at);
  }

  #tell(
    type: string,
    data: Record<string, unknown>,
    personId = this.#cast.office,
    at = new Date(this.#at),
  ): void {
    const organisationId =
      this.#cast.members.find((one) => one.personId === personId)?.organisationId ?? null;
    this.#rows.happened({ caseId: this.id, at, actor: { personId, organisationId }, type, data });
  }

  start(state: string): void {
    const at = this.#next();
    const year = at.getUTCFullYear();
    const told = { ref: `POGI-${year}-${1_000 + this.#n}`, title: `Indkøbsmål ${this.#n}` };
    const goalNumber = (this.#n % 60) + 1;
    const row = { id: this.id, ...told, state, created_at: at };
    this.#rows.add('case', { ...row, kind: 'revision' });
    this.#rows.add('revision', { ...row, goal_number: goalNumber, track: 'revise', year });
    this.#tell('revisionStarted', { revisionId: this.id, ...told, goalNumber, track: 'revise', year });
    this.#group(at);
  }

  #group(at: Date): void {
    const channel = {
      channel_id: `19:case${this.#n}@thread.tacv2`,
      channel_url: 'https://teams.microsoft.com/l/channel/x',
    };
    this.#rows.add('working_group', { ...this.#home, created_at: at, ...channel, asked_at: at });
    const seats = this.#cast.members.slice(0, 5).map(({ personId }) => ({
      ...this.#home,
      person_id: personId,
      field: 'procurement',
      since: at,
    }));
    this.#rows.add('group_member', ...seats);
  }

  version(number: number, kind: 'proposal' | 'final'): { id: string; hash: string } {
    const at = this.#next(day);
    const title = kind === 'final' ? 'Endeligt forslag' : `Udkast ${number}`;
    const hash = documentHash({ kind, title, clauses });
    const id = idOf(`version ${this.#n} ${number}`);
    const by = { created_by: this.#cast.office, created_at: at };
    this.#rows.add('version', { id, ...this.#home, number, kind, title, clauses, hash, ...by });
    const state = kind === 'final' ? 'finalising' : 'developing';
    this.#tell('versionAdded', { versionId: id, number, kind, title, hash, state });
    return { id, hash };
  }

  /** Everybody was asked and told; where it is over, all have answered, and maybe all got an answer. */
  hearing(nth: number, versionId: string, { open = false, disposed = true } = {}): string {
    const opensAt = this.#next(hour);
    const id = idOf(`hearing ${this.#n} ${nth}`);
    const number = 10_000 + 2 * this.#n + nth;
    const deadline = new Date(open ? this.#cast.now.getTime() + 20 * day : opensAt.getTime() + 42 * day);
    const heard = this.#cast.members.map(({ organisationId }) => organisationId);
    const told = {
      number,
      kind: 'internal',
      letter: 'Arbejdsgruppen beder om jeres bemærkninger. '.repeat(10),
      reason: null,
    };
    const row = { version_id: versionId, opens_at: opensAt, deadline, created_by: this.#cast.office };
    this.#rows.add('hearing', { id, ...this.#home, ...told, ...row });
    this.#rows.add('heard', ...heard.map((organisation_id) => ({ hearing_id: id, organisation_id })));
    const data = { hearingId: id, ...told, versionId, deadline: deadline.toISOString(), heard };
    this.#tell('hearingOpened', { ...data, told: heard.length, passed: [] });
    this.deliver('hearingInvitation', { kind: 'hearing', id });
    const written = this.#comments(id, number);
    this.#answers(id, open ? 10 : heard.length);
    if (!open) this.#at = deadline.getTime() + day;
    const waits = open || !disposed;
    this.#rows.add('comment', ...written.map((comment) => this.#disposed(comment, number, waits)));
    return id;
  }

  #comments(hearing_id: string, of: number): Record<string, unknown>[] {
    const { members } = this.#cast;
    return Array.from({ length: commentsEach }, (_, index) => {
      const { organisationId, personId } = members[index % members.length]!;
      const at = this.#next();
      const [id, number] = [idOf(`comment ${hearing_id} ${index}`), index + 1];
      const words = {
        clause: clauses[index % 10]!.number,
        type: 'technical',
        text: `Bemærkning ${number}: kravet bør følge mærkets nyeste generation.`,
      };
      const about = { commentId: id, ref: `H${of}-${number}`, hearingId: hearing_id, organisationId };
      this.#tell(
        'commentAdded',
        { ...about, ...words, proposedChange: null, channel: 'tab', late: false },
        personId,
      );
      const row = { id, hearing_id, number, organisation_id: organisationId, person_id: personId, ...words };
      return { ...row, proposed_change: null, channel: 'tab', received_at: at, late: false, fingerprint: id };
    });
  }

  #answers(hearing_id: string, many: number): void {
    for (const { organisationId, personId } of this.#cast.members.slice(0, many)) {
      const said = { position: 'withRemarks', reservation: null, late: false, channel: 'tab' };
      const came = { submitted_by: personId, submitted_at: this.#next(), joint_with: [] };
      this.#rows.add('answer', { hearing_id, organisation_id: organisationId, ...said, ...came });
      this.#tell('answerSubmitted', { hearingId: hearing_id, organisationId, ...said }, personId);
    }
  }

  /** `not`: it waits for the secretariat's answer still. */
  #disposed(comment: Record<string, unknown>, of: number, not: boolean): Record<string, unknown> {
    const nothing = { disposition: null, response: null, disposed_by: null, disposed_at: null };
    if (not) return { ...comment, ...nothing };
    const said = { disposition: 'accepted', response: 'Tak. Kravet er rettet i næste version af forslaget.' };
    const at = this.#next();
    const about = {
      commentId: comment['id'],
      hearingId: comment['hearing_id'],
      organisationId: comment['organisation_id'],
    };
    const ref = `H${of}-${String(comment['number'])}`;
    this.#tell('commentDisposed', { ...about, ref, ...said, theme: null, changedClause: null });
    return { ...comment, ...said, disposed_by: this.#cast.office, disposed_at: at };
  }

  vote(version: { id: string; hash: string }, meeting: Meeting, closed: boolean): string {
    const openedAt = this.#next(hour);
    const voteId = idOf(`vote ${this.#n}`);
    const { office, members } = this.#cast;
    const told = { motion: 'Kan målet godkendes?', rule, reason: null, rehearsal: false };
    const electorate = members.map(({ organisationId, personId: representativeId }) => ({
      organisationId,
      representativeId,
      deputyId: null,
    }));
    const ids = { voteId, meetingId: meeting.id, revisionId: this.id, sessionId: meeting.sessionId };
    const of = { versionId: version.id, versionHash: version.hash };
    this.#tell('voteOpened', { ...ids, ...of, ...told, files: [], electorate, passed: [] });
    this.deliver('voteOpened', { kind: 'vote', id: voteId });
    const choices = this.#ballots(voteId, closed ? members.length : 10);
    const end = closed
      ? this.#close(voteId, choices)
      : { closed_at: null, closed_by: null, result: null, carried: null };
    const row = { session_id: meeting.sessionId, version_id: version.id, version_hash: version.hash };
    this.#rows.add('vote', {
      id: voteId,
      ...this.#home,
      ...row,
      ...told,
      opened_by: office,
      opened_at: openedAt,
      ...end,
    });
    const seats = members.map(({ organisationId: organisation_id, personId: representative_id }) => ({
      vote_id: voteId,
      organisation_id,
      representative_id,
      present: closed ? true : null,
    }));
    this.#rows.add('electorate', ...seats);
    return voteId;
  }

  #ballots(voteId: string, many: number): Choice[] {
    return this.#cast.members.slice(0, many).map(({ organisationId, personId }, index) => {
      const choice: Choice = index % 5 === 0 ? 'against' : 'for';
      const how = { choice, means: 'card', caster: 'representative', statement: null };
      const cast = { cast_by: personId, cast_at: this.#next(1_000), recused: [] };
      this.#rows.add('ballot', { vote_id: voteId, organisation_id: organisationId, ...how, ...cast });
      this.#tell('ballotCast', { voteId, organisationId, ...how, rehearsal: false }, personId);
      return choice;
    });
  }

  #close(voteId: string, choices: Choice[]) {
    const closed_at = this.#next();
    const result = count(rule, choices, { entitled: choices.length, presentWithoutBallot: 0 });
    const cast = this.#cast.members.map(({ organisationId }, index) => ({
      organisationId,
      choice: choices[index]!,
      present: true,
    }));
    this.#tell('voteClosed', { ...result, voteId, rehearsal: false, carried: true, cast });
    this.deliver('voteResult', { kind: 'vote', id: voteId });
    return { closed_at, closed_by: this.#cast.office, result, carried: true };
  }

  deliver(message: string, about: { kind: 'hearing' | 'vote'; id: string }): void {
    const at = new Date(this.#at);
    const settled = { channel: 'personal', state: 'accepted', activity_id: '1', attempts: 1, settled_at: at };
    const rows = this.#cast.members.map(({ personId }) => ({
      person_id: personId,
      conversation_id: `a:${personId}`,
      message,
      about_kind: about.kind,
      about_id: about.id,
      occasion: '',
      ...settled,
      due_at: at,
      created_at: at,
    }));
    this.#rows.add('delivery', ...rows);
  }
}

/** What to ask about in one case. */
export interface Seeded {
  revisionId: string;
  hearingId: string;
  voteId: string | null;
  meetingId: string | null;
}

/** The `n`-th case there is: those under way lie days back, the others weeks and years. */
export function addCase(rows: Rows, cast: Cast, n: number, standing: Standing): Seeded {
  const back = standing === 'done' ? (250 + 6 * n) * day : (standing === 'heard' ? 20 : 160) * day;
  const one = new Case(rows, cast, n, cast.now.getTime() - back);
  const states = {
    heard: 'developing',
    disposing: 'developing',
    voted: 'decision',
    done: 'approved',
  } as const;
  one.start(states[standing]);
  const first = one.version(1, 'proposal');
  const of = { revisionId: one.id, voteId: null, meetingId: null };
  if (standing === 'heard') return { ...of, hearingId: one.hearing(0, first.id, { open: true }) };
  one.hearing(0, first.id, { disposed: standing !== 'disposing' });
  if (standing === 'disposing') return { ...of, hearingId: idOf(`hearing ${n} 0`) };
  const second = one.version(2, 'proposal');
  const hearingId = one.hearing(1, second.id);
  const final = one.version(3, 'final');
  const meeting = meetingsOf(rows, cast, n, one.id, standing === 'voted');
  const voteId = one.vote(final, meeting, standing === 'done');
  return { revisionId: one.id, hearingId, voteId, meetingId: meeting.id };
}
