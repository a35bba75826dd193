-- Of a meeting in the calendar `key`, `event_id` and `answers_at` stay where they are; the rest is an errand's.
create function event_as_before() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform errand_as_before('event', new.meeting_id::text,
    case when tg_op = 'INSERT' or new.wanted > old.wanted then now() end, new.claimed_at,
    case when new.failure is not null then coalesce(new.failed_at, now()) end, new.failure,
    new.failure is null and new.done >= new.wanted, case when new.failure = 'unavailable' then interval '5 minutes' end);
  return null;
end $$;
create function event_for_before() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update meeting_event set wanted = new.wanted, done = new.done, claimed_at = new.claimed_at, failed_at = new.failed_at,
    failure = new.failure where meeting_id = new.about_id::uuid;
  return null;
end $$;

revoke execute on function event_as_before(), event_for_before() from public;

create trigger event_as_before after update of wanted, done, claimed_at, failed_at, failure on meeting_event for each row
  when (pg_trigger_depth() = 0) execute function event_as_before();
create trigger event_wanted_before after insert on meeting_event for each row
  when (pg_trigger_depth() = 0) execute function event_as_before();
create trigger event_for_before after update on errand for each row
  when (new.kind = 'event' and pg_trigger_depth() = 0) execute function event_for_before();

insert into errand (kind, about_id, asked_at, wanted, done, due_at, claimed_at, failed_at, failure)
select 'event', e.meeting_id::text, m.created_at, e.wanted, e.done,
  case when e.failure is null and e.done < e.wanted or e.failure = 'unavailable' then now() end,
  e.claimed_at, case when e.failure is not null then coalesce(e.failed_at, now()) end, e.failure
from meeting_event e join meeting m on m.id = e.meeting_id;
