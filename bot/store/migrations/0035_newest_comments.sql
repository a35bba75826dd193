-- A card shows an organisation's newest comments: found from the newest back, and not by reading and sorting them all.
-- In place of the one by number, which nobody reads in order.
create index comment_newest on comment (hearing_id, organisation_id, received_at, id);
drop index comment_standing;
