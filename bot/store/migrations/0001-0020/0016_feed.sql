-- Beside a mail, a line in Teams' activity feed; the same row says what became of both.
alter table delivery add column feed_state text check (feed_state in ('sending', 'accepted', 'failed', 'cancelled'));
alter table delivery add column feed_reason text;
alter table delivery add column feed_at timestamptz(3);
create index delivery_feed on delivery (settled_at) where channel = 'mail' and feed_state is null;
