-- What a message is about is one value. The program before knows a column for each kind of thing, and this one knows none of
-- them: each row is given what the other asks of it, whichever of the two queued it.
alter table delivery add column about_kind text, add column about_id uuid;
create function about_of_delivery() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  -- Of members with nobody to answer or vote: it told in what made two of them differ which one it was.
  organisation uuid := case when new.message = 'placeVacant' and new.occasion ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}( |$)'
    then left(new.occasion, 36)::uuid end;
begin
  if new.about_id is null then
    new.about_id := coalesce(new.hearing_id, new.vote_id, new.scheduling_id, new.meeting_id, new.revision_id, organisation,
      new.person_id);
    new.about_kind := case when new.hearing_id is not null then 'hearing' when new.vote_id is not null then 'vote'
      when new.scheduling_id is not null then 'scheduling' when new.meeting_id is not null then 'meeting'
      when new.revision_id is not null then 'case' when organisation is not null then 'organisation' else 'person' end;
    return new;
  end if;
  if new.about_kind = 'hearing' then
    new.hearing_id := new.about_id;
    new.revision_id := (select h.revision_id from public.hearing h where h.id = new.about_id);
  elsif new.about_kind = 'vote' then
    new.vote_id := new.about_id;
    new.revision_id := (select v.revision_id from public.vote v where v.id = new.about_id);
  elsif new.about_kind = 'scheduling' then
    new.scheduling_id := new.about_id;
  elsif new.about_kind = 'meeting' then
    new.meeting_id := new.about_id;
  elsif new.about_kind = 'case' then
    new.revision_id := new.about_id;
  end if;
  return new;
end $$;
create trigger delivery_about before insert on delivery for each row execute function about_of_delivery();
