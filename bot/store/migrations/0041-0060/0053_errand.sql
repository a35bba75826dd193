-- What must be brought about outside: an event in calendars, a chat, a channel, an account, a copy of a file. It is asked for
-- (`wanted` rises), taken up by one at a time, and done, or failed with its reason; what it brings home stands with what it
-- is about. `due_at`: when it is taken up by itself; null: not before somebody asks for it.
create table errand (
  kind text not null,
  about_id text not null,
  asked_at timestamptz(3) not null,
  wanted integer not null default 1,
  done integer not null default 0,
  due_at timestamptz(3),
  claimed_at timestamptz,
  -- Since it was last asked for.
  attempts integer not null default 0,
  -- Since when it fails; null with a reason: asked for again since.
  failed_at timestamptz(3),
  failure text,
  primary key (kind, about_id)
);
create index errand_due on errand (due_at) where due_at is not null;

-- The program before keeps each kind of errand in columns of their own. While it serves beside this one, either sees what
-- the other asked for, took up and settled: triggers write what one has written where the other looks. They, this function
-- and those columns may go once nobody runs a program from before errands.
-- `asked`: it is asked for anew. `came`: it has come about. `again`: when it is then looked at by itself.
create function errand_as_before(
  of_kind text, of_id text, asked timestamptz, claimed timestamptz, failed timestamptz, reason text, came boolean,
  again interval
) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into errand as e (kind, about_id, asked_at, done, due_at, claimed_at, failed_at, failure)
  values (of_kind, of_id, coalesce(asked, now()), case when came then 1 else 0 end,
    case when came or failed is not null then now() + again else now() end, claimed, failed, reason)
  on conflict (kind, about_id) do update set
    asked_at = coalesce(asked, e.asked_at),
    wanted = e.wanted + case when asked is null then 0 else 1 end,
    done = case when came then e.wanted else e.done end,
    due_at = case when asked is not null then now() when came or failed is not null then now() + again else e.due_at end,
    attempts = case when asked is null then e.attempts else 0 end,
    claimed_at = claimed,
    failed_at = failed,
    failure = reason
$$;
revoke execute on function errand_as_before from public;
