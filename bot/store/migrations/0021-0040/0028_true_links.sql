-- What is laid over the trail may be added to by the app's role, and so could hide something of it: a seal in another case's
-- chain takes an event out of its own, a head of tomorrow keeps the next one from being laid. The database itself takes only
-- what goes on from what is there. What stands there already is looked at by the job that verifies.

-- Now, of the app's clock, for something that is written within its own transaction; as for events (`refuse_false_time`).
create function is_of_now(at timestamptz) returns boolean language sql set search_path = pg_catalog, pg_temp as $$
  select coalesce(bool_and(
    at - make_interval(secs => c.offset_ms / 1000.0)
      between greatest(transaction_timestamp(), clock_timestamp() - interval '2 minutes') - interval '5 seconds'
      and clock_timestamp() + interval '5 seconds'
    or c.moved_at >= transaction_timestamp() - interval '1 second'), false)
  from public.clock c
$$;

-- A seal is of its event's own case, and the next link of that chain. Looked up by the indexes alone: a plan that was made
-- while the trail was short is kept when it is long.
create function refuse_false_seal() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  if exists (
    select from added
    left join public.event on event.id = added.event_id and event.case_id = added.case_id
    left join public.seal before on before.case_id = added.case_id and before.seq = added.seq - 1
    where event.id is null
      or added.previous is distinct from case added.seq when 1 then repeat('0', 64) else before.hash end
  ) then
    raise exception 'a seal is the next link in the chain of its event''s own case' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger seal_goes_on after insert on seal
  referencing new table as added for each statement execute function refuse_false_seal();

-- What was verified is a link that there is. A false one would be an alarm for good: it is never taken away.
create function refuse_false_checkpoint() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if exists (
    select from added where not exists (
      select from public.seal s where s.case_id = added.case_id and s.seq = added.seq and s.hash = added.hash)
  ) then
    raise exception 'a checkpoint names a link that there is' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger checkpoint_is_true after insert on checkpoint
  referencing new table as added for each statement execute function refuse_false_checkpoint();

-- A head is laid now, behind the last one. That it is signed is seen by whoever looks at it.
create function refuse_false_head() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if exists (
    select from added
    left join lateral (select hash from public.head where head.n < added.n order by head.n desc limit 1) before on true
    where not public.is_of_now(added.at) or added.previous is distinct from coalesce(before.hash, repeat('0', 64))
  ) then
    raise exception 'a head is laid now, behind the last one' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger head_goes_on after insert on head
  referencing new table as added for each statement execute function refuse_false_head();

-- What stands under a head is laid with it, and is a link that there is: one more afterwards would spoil what it proves of
-- all cases, or say that something stood under it before it had happened.
create function refuse_false_leaf() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if exists (
    select from added where not exists (
      select from public.seal s where s.case_id = added.case_id and s.seq = added.seq and s.hash = added.hash)
    or not exists (
      select from public.head h where h.n = added.n and h.xmin = pg_current_xact_id()::xid)
  ) then
    raise exception 'what stands under a head is laid with it' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger head_leaf_is_true after insert on head_leaf
  referencing new table as added for each statement execute function refuse_false_leaf();
