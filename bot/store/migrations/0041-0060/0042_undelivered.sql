-- What did not arrive is little, and is asked for by what it is about.
create index delivery_unreached_hearing on delivery (hearing_id)
  where state in ('failed', 'uncertain') and hearing_id is not null;
create index delivery_unreached_vote on delivery (vote_id)
  where state in ('failed', 'uncertain') and vote_id is not null;
create index delivery_unreached_meeting on delivery (meeting_id)
  where state in ('failed', 'uncertain') and meeting_id is not null;
create index delivery_unreached_scheduling on delivery (scheduling_id)
  where state in ('failed', 'uncertain') and scheduling_id is not null;
