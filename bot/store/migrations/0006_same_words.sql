-- A fingerprint now holds whose words they are and in which hearing, so that it is found by itself. Behind the
-- hearing it was one index of several that begin alike, and a planner without statistics took the wrong one:
-- it read the whole hearing to find one click that came twice.
drop index comment_once;
update comment set fingerprint = null;
create unique index comment_once on comment (fingerprint) where withdrawn_at is null;
