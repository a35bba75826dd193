import { eventually } from '../support/app.ts';
import { secretariat } from '../support/factories.ts';
import { recountMessages } from './messages.ts';
import type { Ground } from './ground.ts';
import { marksIn } from './marks.ts';
import { absent } from './register.ts';

type Rows = { name: string; value: string }[];

/** Everything that a register is about, as the database has it: the register's name, and what it is. */
const held = `
  select 'comment ' || split_part(text, ' ', 1) as name,
    case when withdrawn_at is null then text else 'withdrawn' end as value from comment
  union all
  select 'response ' || id, coalesce(response, 'absent') from comment
  union all
  select 'answer ' || hearing_id || ' ' || organisation_id, reservation from answer
  union all
  select 'ballot ' || vote_id || ' ' || organisation_id, coalesce(statement, choice) from ballot
  union all
  select 'hearing ' || letter, 'there' from hearing
  union all
  select 'vote ' || motion, 'there' from vote
  union all
  select 'closed ' || id, 'closed' from vote where closed_at is not null
  union all
  select 'deadline ' || id, to_char(deadline at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from hearing
  union all
  select 'seat ' || organisation_id, person_id::text from appointment
    where role = 'representative' and until_at is null
  union all
  select 'begun ' || name, 'there' from file
  union all
  select 'file ' || name, encode(sha256((select string_agg(bytes, '' order by file_part.number) from file_part
    where file_id = file.id)), 'hex') from file where hash is not null`;

/** What is there of itself, though nobody may have written it. */
const unwritten = /^(response|deadline|seat) /;
/** What has a value before anybody plays. */
const given = /^(deadline|seat) /;

async function recountRegisters({ cluster, ledger }: Ground): Promise<void> {
  const found = new Map<string, string[]>();
  for (const { name, value } of (await cluster.ask(held)) as Rows)
    found.set(name, [...(found.get(name) ?? []), value]);
  for (const name of ledger.registers.keys()) {
    if (name.startsWith('story ')) continue;
    const values = found.get(name) ?? [absent];
    if (values.length > 1) ledger.found('doubled', `${name} is there ${values.length} times`);
    // What nobody was told to have changed may be as it came.
    if (given.test(name) && ledger.register(name).may.has(absent)) continue;
    ledger.held(name, values[0]!);
  }
  for (const name of found.keys())
    if (!ledger.registers.has(name) && !unwritten.test(name))
      ledger.found('doubled', `${name} is there, and nobody made it`);
}

/** One event for one deed: marked words stand in one event of a kind, and a comment comes once. */
const twice = `
  select type, coalesce(data->>'statement', data->>'reservation', data->>'commentId') as about, count(*) as times
  from event
  where (type = 'commentAdded' or data->>'statement' is not null or data->>'reservation' is not null)
  group by 1, 2 having count(*) > 1`;

/** What was told of a vote's result, what is kept, and what the ballots add up to. */
const tallies = `
  select vote.id, vote.carried, vote.result->'tally' as tally,
    count(*) filter (where choice = 'for')::int as for, count(*) filter (where choice = 'against')::int as against,
    count(*) filter (where choice = 'abstain')::int as abstain,
    count(*) filter (where choice = 'recused')::int as recused
  from vote left join ballot on ballot.vote_id = vote.id where closed_at is not null group by vote.id`;

const choices = ['for', 'against', 'abstain', 'recused'];

async function recountVotes({ cluster, ledger }: Ground): Promise<void> {
  for (const one of await cluster.ask(tallies)) {
    const counted = choices.map((choice) => one[choice]);
    const kept = choices.map((choice) => one['tally'][choice]);
    if (String(counted) !== String(kept))
      ledger.found('told wrong', `vote ${one['id']} says ${kept}, and its ballots ${counted}`);
    ledger.receipt(`closing ${one['id']}`, JSON.stringify([...counted, one['carried']]));
  }
}

async function recountTrails({ house, cluster, door, ledger }: Ground): Promise<void> {
  const by = secretariat(house);
  for (const { id } of await cluster.ask<{ id: string }>('select id::text from "case"')) {
    const verified = async () => (await door.look(by, `trail?revisionId=${id}&limit=1`))?.verification;
    const verification = await eventually(verified, (seen) => seen !== undefined, 20_000);
    if (!verification.ok || verification.unsealed > 0)
      ledger.found('told wrong', `the trail of ${id} does not verify: ${JSON.stringify(verification)}`);
  }
}

function recountLogs({ replicas, ledger }: Ground): void {
  for (const log of replicas.logs)
    for (const mark of marksIn(log)) ledger.found('leaked', `a log holds a word of ${JSON.stringify(mark)}`);
  for (const line of replicas.wrong) ledger.found('told wrong', line);
}

/** Counts all of it again from outside, once nothing moves any more. */
export async function recount(ground: Ground): Promise<void> {
  await recountRegisters(ground);
  for (const { type, about, times } of await ground.cluster.ask(twice))
    ground.ledger.found('doubled', `${type} of ${about} stands in the trail ${times} times`);
  await recountVotes(ground);
  await recountTrails(ground);
  await recountMessages(ground);
  recountLogs(ground);
}
