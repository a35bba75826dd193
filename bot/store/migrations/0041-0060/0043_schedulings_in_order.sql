-- A page of them in the order in which it is shown; and polls that are under way.
create index scheduling_order on scheduling (created_at, id);
create index scheduling_under_way on scheduling (respond_by, id)
  where opened_at is not null and meeting_id is null and dropped_at is null;
