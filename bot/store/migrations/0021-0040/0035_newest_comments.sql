-- A card shows an organisation's newest comments: found from the newest back, and not by reading and sorting them all.
-- In place of the one by number, which nobody reads in order. Dropped first: that asks for the stronger lock, and whoever
-- gets a weak one first and a stronger one later is in the way of those who do the same.
drop index comment_standing;
create index comment_newest on comment (hearing_id, organisation_id, received_at, id);
