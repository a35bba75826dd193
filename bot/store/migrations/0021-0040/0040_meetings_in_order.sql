-- A page of meetings in the order in which it is shown; those to come; and the one nearest in time, of each kind.
create index meeting_order on meeting (starts_at, id);
create index meeting_ends on meeting (ends_at);
create index meeting_nearest on meeting (kind, starts_at);
create index meeting_unlinked on meeting (starts_at) where conversation_id is null;
