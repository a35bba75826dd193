-- What waits to be sealed. Looking for it in the trail itself costs more with every year that the trail has grown,
-- four times a second. A trigger, so that no event gets in past it.
create table unsealed (
  case_id text not null,
  event_id bigint not null,
  primary key (case_id, event_id)
);
insert into unsealed (case_id, event_id)
  select case_id, id from event where not exists (select from seal where event_id = event.id);

create function await_seal() returns trigger language plpgsql as $$
begin
  insert into unsealed (case_id, event_id) select case_id, id from added;
  return null;
end $$;
create trigger event_awaits_seal after insert on event
  referencing new table as added for each statement execute function await_seal();
