-- What the database itself refuses of the trail, whoever is inside the app, and the one way to take words out of it.

-- Development moves the clock. What is under way while it is moved may bear either time.
alter table clock add column moved_at timestamptz;
create function note_clock_moved() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.moved_at := clock_timestamp();
  return new;
end $$;
create trigger clock_moved before update on clock for each row execute function note_clock_moved();

-- An event's time is from within its own transaction: asked for behind the locks that decide, so not before its beginning
-- and not after now, give or take five seconds. However long it waited, and at most two minutes, so that nobody keeps a
-- transaction open to date things back. Past that there is a door for whoever brings old events, and the owner alone has
-- it: set partnership.history = 'on'. A search path of its own: the caller's may lead to another clock.
create function refuse_false_time() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if exists (
    select from added left join public.clock c on true
    cross join lateral (select make_interval(secs => coalesce(c.offset_ms, 0) / 1000.0) as moved) m
    where added.at - m.moved not between
        greatest(transaction_timestamp(), clock_timestamp() - interval '2 minutes') - interval '5 seconds'
        and clock_timestamp() + interval '5 seconds'
      and (c.moved_at is null or c.moved_at < transaction_timestamp() - interval '1 second')
  ) and not (
    coalesce(current_setting('partnership.history', true), '') = 'on'
    and pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage')
  ) then
    raise exception 'the trail takes only what happens now: an event bears another time' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger event_at_its_time after insert on event
  referencing new table as added for each statement execute function refuse_false_time();

-- The same here: a table of the caller's own with that name would take what waits for its seal.
alter function await_seal() set search_path = public, pg_temp;

-- What was erased, so that rows are not held against words that nobody has any more. Not in the trail, where it would tell
-- of what is sealed.
create table erasure (
  event_id bigint primary key references event,
  type text not null,
  ids jsonb not null
);

-- Append-only as before, but for the one event that its owner is erasing this moment, and of it nothing but its words.
create or replace function refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  before jsonb;
  later jsonb;
begin
  if tg_op = 'UPDATE' and coalesce(current_setting('partnership.erasing', true), '') <> '' then
    before := to_jsonb(old);
    later := to_jsonb(new);
    if current_setting('partnership.erasing', true) = coalesce(before ->> 'event_id', before ->> 'id')
      and pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage')
      and before - 'data' - 'salt' = later - 'data' - 'salt'
      and later ->> 'data' is null and later ->> 'salt' is null
    then
      return new;
    end if;
  end if;
  raise exception 'the trail is append-only: % on % refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- Takes away what a sealed event says, with the salt that proves it and with what its row still shows of it; leaves the
-- digest, by which the chain holds, and an event that says it happened. An entry of form 1 is hashed over its words: without
-- them its chain would break for everybody, for good.
create function erase_event(erased bigint, why text) returns void language plpgsql set search_path = public, pg_temp as $$
declare
  e record;
  gone constant text := 'Slettet / Erased';
  last boolean;
begin
  select event.*, seal.seq, seal.form, seal.salt into e
    from event left join seal on seal.event_id = event.id where event.id = erased for update of event;
  if not found then raise exception 'there is no event %', erased; end if;
  if e.seq is null then raise exception 'event % is not sealed yet; a moment later it is', erased; end if;
  if e.form <> 2 then
    raise exception 'event % was sealed by an older program (form 1): its hash is made of its words, and without them the chain breaks', erased;
  end if;
  if jsonb_typeof(e.data) = 'null' then raise exception 'event % is erased already', erased; end if;
  if coalesce(btrim(why), '') = '' then raise exception 'say why'; end if;

  insert into erasure (event_id, type, ids) select erased, e.type,
    coalesce((select jsonb_object_agg(key, value) from jsonb_each(e.data) where key ~ 'Id$'), '{}');
  -- The row shows what was said last.
  select not exists (
    select from event o where o.case_id = e.case_id and o.id > erased and case e.type
      when 'commentAdded' then o.type = 'commentEdited'
      when 'commentEdited' then o.type = 'commentEdited'
      when 'ballotCast' then o.type in ('ballotCast', 'ballotRecordedOnBehalf')
      when 'ballotRecordedOnBehalf' then o.type in ('ballotCast', 'ballotRecordedOnBehalf')
      else o.type = e.type end
      and (o.data ->> 'commentId', o.data ->> 'hearingId', o.data ->> 'voteId', o.data ->> 'organisationId')
        is not distinct from
        (e.data ->> 'commentId', e.data ->> 'hearingId', e.data ->> 'voteId', e.data ->> 'organisationId')
  ) into last;
  if last and e.type in ('commentAdded', 'commentEdited') then
    update comment set text = gone, clause = null, proposed_change = null, fingerprint = null
      where id = (e.data ->> 'commentId')::uuid;
  elsif last and e.type = 'commentDisposed' then
    update comment set response = gone, theme = null, changed_clause = null where id = (e.data ->> 'commentId')::uuid;
  elsif last and e.type = 'answerSubmitted' then
    update answer set reservation = null where hearing_id = (e.data ->> 'hearingId')::uuid
      and (e.data ->> 'organisationId')::uuid in (organisation_id, sender_id);
  elsif last and e.type in ('ballotCast', 'ballotRecordedOnBehalf') then
    update ballot set statement = null where vote_id = (e.data ->> 'voteId')::uuid
      and organisation_id = (e.data ->> 'organisationId')::uuid;
  end if;

  perform set_config('partnership.erasing', erased::text, true);
  update event set data = 'null' where id = erased;
  update seal set salt = null where event_id = erased;
  perform set_config('partnership.erasing', '', true);
  insert into event (case_id, at, actor, type, data)
    select e.case_id, clock_timestamp() + make_interval(secs => coalesce(max(offset_ms), 0) / 1000.0),
      '{"personId": null, "organisationId": null}', 'eventErased',
      jsonb_build_object('seq', e.seq, 'reason', why, 'by', session_user)
    from clock;
end $$;
revoke execute on function erase_event(bigint, text) from public;
