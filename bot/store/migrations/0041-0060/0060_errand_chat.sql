-- Of a meeting's chat `thread_id` stays where it is; whether the bot got there is an errand's. The program before asks for it
-- by a job, or looks once an hour which meetings with a link have none.
create function chat_as_before() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into errand as e (kind, about_id, asked_at, due_at, failed_at, failure)
  values ('chat', new.meeting_id::text, new.asked_at, now() + interval '1 hour', new.failed_at, new.failure)
  on conflict (kind, about_id) do update set asked_at = excluded.asked_at, due_at = excluded.due_at,
    failed_at = excluded.failed_at, failure = excluded.failure;
  return null;
end $$;
create function chat_for_before() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.failed_at is not null then
    insert into meeting_chat (meeting_id) values (new.about_id::uuid) on conflict do nothing;
  end if;
  update meeting_chat set asked_at = new.asked_at, failed_at = new.failed_at,
    failure = case when new.failed_at is not null then new.failure end where meeting_id = new.about_id::uuid;
  return null;
end $$;
revoke execute on function chat_as_before(), chat_for_before() from public;

create trigger chat_as_before after insert or update of asked_at, failed_at, failure on meeting_chat for each row
  when (new.asked_at is not null and pg_trigger_depth() = 0) execute function chat_as_before();
create trigger chat_for_before after insert or update on errand for each row
  when (new.kind = 'chat' and pg_trigger_depth() = 0) execute function chat_for_before();

insert into errand (kind, about_id, asked_at, due_at, failed_at, failure)
select 'chat', m.id::text, coalesce(c.asked_at, m.created_at), now() + interval '1 hour',
  case when c.failure is not null then coalesce(c.failed_at, now()) end, c.failure
from meeting m left join meeting_chat c on c.meeting_id = m.id
where m.conversation_id is null and m.join_url is not null and m.cancelled_at is null and m.ends_at > now();
