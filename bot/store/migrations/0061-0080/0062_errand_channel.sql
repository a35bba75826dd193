-- Of a working group's channel its id and address stay where they are; the rest is an errand's.
create function channel_as_before() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform errand_as_before('channel', new.case_id::text,
    case when tg_op = 'INSERT' then new.created_at when new.asked_at is distinct from old.asked_at then new.asked_at end,
    new.claimed_at, case when new.failure is not null then coalesce(new.failed_at, now()) end, new.failure,
    new.channel_id is not null and new.failure is null and new.claimed_at is null,
    case when new.failure = 'unavailable' then interval '5 minutes' else interval '1 day' end);
  return null;
end $$;
create function channel_for_before() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update working_group set asked_at = new.asked_at, claimed_at = new.claimed_at, failed_at = new.failed_at,
    failure = case when new.failed_at is not null then new.failure end where case_id = new.about_id::uuid;
  return null;
end $$;
revoke execute on function channel_as_before(), channel_for_before() from public;

create trigger channel_wanted_before after insert on working_group for each row
  when (pg_trigger_depth() = 0) execute function channel_as_before();
create trigger channel_as_before after update of asked_at, claimed_at, failed_at, failure on working_group for each row
  when (pg_trigger_depth() = 0) execute function channel_as_before();
create trigger channel_for_before after insert or update on errand for each row
  when (new.kind = 'channel' and pg_trigger_depth() = 0) execute function channel_for_before();

insert into errand (kind, about_id, asked_at, done, due_at, claimed_at, failed_at, failure)
select 'channel', case_id::text, coalesce(asked_at, created_at),
  case when channel_id is not null and failure is null then 1 else 0 end,
  case when channel_id is null and failure is null then now() else now() + interval '1 day' end,
  claimed_at, case when failure is not null then coalesce(failed_at, now()) end, failure
from working_group;
