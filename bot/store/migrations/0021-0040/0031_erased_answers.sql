-- What is erased of an answer: as before, and also where another one took its place. Of each event its ids are kept beside
-- the trail, and of an answer what is no word of it, so that it still counts as given, when and in which way. A record is
-- emptied where what it shows is what the erased event says, and not by one that others came after.

-- The last event that says what a record shows. A ballot against without a statement keeps the one before it.
create function says_last(e event) returns boolean language sql stable set search_path = public, pg_temp as $$
  select not exists (
    select from event o where o.case_id = e.case_id and o.id > e.id and case
      when e.type in ('commentAdded', 'commentEdited') then o.type = 'commentEdited'
      when e.type = 'commentDisposed' then o.type in ('commentDisposed', 'commentEdited')
      when e.type in ('answerSubmitted', 'jointAccepted', 'answerAlone')
        then o.type in ('answerSubmitted', 'jointAccepted', 'answerAlone')
      when e.type in ('ballotCast', 'ballotRecordedOnBehalf') then o.type in ('ballotCast', 'ballotRecordedOnBehalf')
        and not (o.data ->> 'choice' = 'against' and o.data ->> 'statement' is null)
      else false end
      and (o.data ->> 'commentId', o.data ->> 'hearingId', o.data ->> 'voteId', o.data ->> 'organisationId')
        is not distinct from
        (e.data ->> 'commentId', e.data ->> 'hearingId', e.data ->> 'voteId', e.data ->> 'organisationId'))
$$;

create or replace function erase_event(erased bigint, why text) returns void language plpgsql set search_path = public, pg_temp as $$
declare
  e event;
  s seal;
  gone constant text := 'Slettet / Erased';
  ballots constant text[] := array['ballotCast', 'ballotRecordedOnBehalf'];
  answers constant text[] := array['answerSubmitted', 'jointAccepted', 'answerAlone', 'answerChanged'];
  no_words constant text[] := array['position', 'late', 'channel', 'receivedAt', 'submittedAt', 'submittedBy'];
begin
  select * into e from event where id = erased for update;
  if not found then raise exception 'there is no event %', erased; end if;
  select * into s from seal where event_id = erased;
  if not found then raise exception 'event % is not sealed yet; a moment later it is', erased; end if;
  if s.form <> 2 then
    raise exception 'event % was sealed by an older program (form 1): its hash is made of its words, and without them the chain breaks', erased;
  end if;
  if jsonb_typeof(e.data) = 'null' then raise exception 'event % is erased already', erased; end if;
  if coalesce(btrim(why), '') = '' then raise exception 'say why'; end if;

  insert into erasure (event_id, type, ids) select erased, e.type,
    coalesce((select jsonb_object_agg(key, value) from jsonb_each(e.data)
      where key ~ 'Id$' or (e.type = any(answers) and key = any(no_words))), '{}');
  if not says_last(e) then
    null;
  elsif e.type in ('commentAdded', 'commentEdited') then
    update comment set text = gone, clause = null, proposed_change = null, fingerprint = null
      where id = (e.data ->> 'commentId')::uuid;
  elsif e.type = 'commentDisposed' then
    update comment set response = gone, theme = null, changed_clause = null where id = (e.data ->> 'commentId')::uuid;
  elsif e.type = any(answers) then
    update answer set reservation = null where hearing_id = (e.data ->> 'hearingId')::uuid
      and organisation_id = (e.data ->> 'organisationId')::uuid and reservation = e.data ->> 'reservation';
  elsif e.type = any(ballots) then
    update ballot set statement = null where vote_id = (e.data ->> 'voteId')::uuid
      and organisation_id = (e.data ->> 'organisationId')::uuid and statement = e.data ->> 'statement';
  end if;

  perform set_config('partnership.erasing', erased::text, true);
  update event set data = 'null' where id = erased;
  update seal set salt = null where event_id = erased;
  perform set_config('partnership.erasing', '', true);
  insert into event (case_id, at, actor, type, data)
    select e.case_id, clock_timestamp() + make_interval(secs => coalesce(max(offset_ms), 0) / 1000.0),
      '{"personId": null, "organisationId": null}', 'eventErased',
      jsonb_build_object('seq', s.seq, 'reason', why, 'by', session_user)
    from clock;
end $$;
revoke execute on function says_last(event) from public;
