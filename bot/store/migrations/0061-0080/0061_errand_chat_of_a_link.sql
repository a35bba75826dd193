-- What the program before, while it serves, looks for once an hour: a meeting that got a link.
create function chat_of_a_link() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform errand_as_before('chat', new.id::text, now(), null, null, null, false, null);
  update errand set due_at = now() + interval '1 hour' where kind = 'chat' and about_id = new.id::text;
  return null;
end $$;
revoke execute on function chat_of_a_link() from public;
create trigger chat_of_a_link after insert or update of join_url on meeting for each row
  when (new.join_url is not null and new.conversation_id is null and new.cancelled_at is null and new.ends_at > now()
    and pg_trigger_depth() = 0)
  execute function chat_of_a_link();
