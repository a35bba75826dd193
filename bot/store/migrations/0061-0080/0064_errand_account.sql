-- The steps of somebody's way into Teams are errands; that they have come about, the directory and the bot's own chats say.
create function account_as_before() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into errand as e (kind, about_id, asked_at, done, due_at, failed_at, failure)
  values (new.step, new.person_id::text, new.asked_at, case when new.failure is null then 1 else 0 end,
    case when new.step = 'app' and new.failure in ('denied', 'unavailable', 'notConnected') then now() + interval '1 day' end,
    case when new.failure is not null then coalesce(new.failed_at, new.asked_at) end, new.failure)
  on conflict (kind, about_id) do update set asked_at = excluded.asked_at, due_at = excluded.due_at,
    done = case when new.failure is null then e.wanted else e.done end,
    failed_at = excluded.failed_at, failure = excluded.failure, claimed_at = null;
  return null;
end $$;
create function account_for_before() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into account_step (person_id, step, asked_at, failed_at, failure)
  values (new.about_id::uuid, new.kind, new.asked_at, new.failed_at, case when new.failed_at is not null then new.failure end)
  on conflict (person_id, step) do update set asked_at = excluded.asked_at, failed_at = excluded.failed_at,
    failure = excluded.failure;
  return null;
end $$;
revoke execute on function account_as_before(), account_for_before() from public;

create trigger account_as_before after insert or update on account_step for each row
  when (pg_trigger_depth() = 0) execute function account_as_before();
create trigger account_for_before after insert or update on errand for each row
  when (new.kind in ('guest', 'team', 'app') and pg_trigger_depth() = 0) execute function account_for_before();

insert into errand (kind, about_id, asked_at, done, due_at, failed_at, failure)
select step, person_id::text, asked_at, case when failure is null then 1 else 0 end,
  case when step = 'app' and failure in ('denied', 'unavailable', 'notConnected') then asked_at + interval '1 day' end,
  case when failure is not null then coalesce(failed_at, asked_at) end, failure
from account_step;
