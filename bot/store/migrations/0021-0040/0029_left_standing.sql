-- When a meeting was over while a vote in it was still open: the session ends when the vote is closed.
alter table session add column over_at timestamptz(3);
create index session_standing on session (opened_at) where ended_at is null;

-- A shared card has one editor at a time, and is looked at again until it shows how it ended: when somebody took it in
-- hand, when it was last looked at, how often in a row it could not be edited, and when it was last seen to be right.
alter table delivery add column editing_at timestamptz;
alter table delivery add column looked_at timestamptz;
alter table delivery add column edit_failures int not null default 0;
alter table delivery add column shown_at timestamptz(3);
create index delivery_shared on delivery (id) where person_id is null and activity_id is not null;
-- The card of a click, in the chat that it stands in.
create index delivery_card on delivery (conversation_id, activity_id) where person_id is null and activity_id is not null;
