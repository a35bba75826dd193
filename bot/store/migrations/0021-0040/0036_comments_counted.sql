-- How many comments stand in a hearing, and how many wait for the secretariat's answer, is counted from an index: a case of
-- years ago has a hundred answered ones, which nobody reads again.
create index comment_answered on comment (hearing_id) where withdrawn_at is null and disposed_at is not null;
create index comment_waiting on comment (hearing_id) where withdrawn_at is null and disposed_at is null;
