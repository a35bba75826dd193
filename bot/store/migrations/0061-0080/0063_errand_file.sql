-- Of SharePoint's copy of a file where it is and how much has been sent stay with the file; the rest is an errand's. `state`
-- says from now on whether the file has come in whole ('receiving' or not), `failure` why it was not let in.
create function file_as_before() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform errand_as_before('file', new.id::text,
    case when new.state = 'waiting' and old.state <> 'waiting' then now() end, new.claimed_at,
    case when new.state in ('failed', 'changed') then coalesce(new.failed_at, now()) end, new.failure,
    new.state in ('there', 'here'),
    case when new.state = 'there' or new.state = 'failed' and new.failure = 'unavailable' then interval '1 hour' end);
  return null;
end $$;
create function file_for_before() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update file set claimed_at = new.claimed_at, failed_at = new.failed_at, failure = new.failure,
    state = case
      when new.failed_at is not null then case when new.failure = 'changed' and item_id is not null then 'changed' else 'failed' end
      when new.done < new.wanted then 'waiting'
      when item_id is null then 'here'
      else 'there'
    end
  where id = new.about_id::uuid and state <> 'receiving';
  return null;
end $$;
revoke execute on function file_as_before(), file_for_before() from public;

create trigger file_as_before after update of state, claimed_at, failed_at, failure on file for each row
  when (new.state <> 'receiving' and (old.state <> 'receiving' or new.state <> 'here') and pg_trigger_depth() = 0)
  execute function file_as_before();
create trigger file_for_before after insert or update on errand for each row
  when (new.kind = 'file' and pg_trigger_depth() = 0) execute function file_for_before();

insert into errand (kind, about_id, asked_at, done, due_at, claimed_at, failed_at, failure)
select 'file', id::text, coalesce(finished_at, created_at), case when state in ('there', 'here', 'changed') then 1 else 0 end,
  case when state = 'waiting' then now() when state = 'there' or failure = 'unavailable' then now() + interval '1 hour' end,
  claimed_at, case when state in ('failed', 'changed') then coalesce(failed_at, now()) end, failure
from file where state <> 'receiving';
