update delivery d set about_id = one.id, about_kind = one.kind
from (
  select o.key, coalesce(o.hearing_id, o.vote_id, o.scheduling_id, o.meeting_id, o.revision_id, o.organisation, o.person_id) as id,
    case when o.hearing_id is not null then 'hearing' when o.vote_id is not null then 'vote'
      when o.scheduling_id is not null then 'scheduling' when o.meeting_id is not null then 'meeting'
      when o.revision_id is not null then 'case' when o.organisation is not null then 'organisation' else 'person' end as kind
  from (
    select old.id as key, hearing_id, vote_id, scheduling_id, meeting_id, revision_id, person_id,
      case when message = 'placeVacant' and occasion ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}( |$)'
        then left(occasion, 36)::uuid end as organisation
    from delivery old where old.about_id is null
  ) o
) one
where d.id = one.key;
