-- A fingerprint now holds whose words they are and in which hearing, so that it is found by itself.
-- Indexes that begin alike, or have the same condition, look alike to a planner that has no statistics yet, and its
-- plan is kept: it read a whole hearing to find one click that came twice, or to count one organisation's comments.
-- So each question has one index that fits it, and no other does.
drop index comment_once;
update comment set fingerprint = null;
create unique index comment_once on comment (fingerprint) where fingerprint is not null and withdrawn_at is null;
drop index comment_standing;
create index comment_standing on comment (hearing_id, organisation_id, number);
alter table comment drop constraint comment_hearing_id_number_key;
alter table comment add constraint comment_number_key unique (number, hearing_id);
