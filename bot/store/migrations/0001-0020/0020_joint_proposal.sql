-- First, since it asks for the strongest lock. A comment has left its organisation for good, though the answer that it went along with gave way to a joint one.
alter table comment add column left_at timestamptz(3);

-- Naming somebody in a joint answer is a proposal (`answer.joint_with`), bound when the named organisation's own contact
-- accepts: then its row in `answer` has the sender's id. Here stands what was asked about and what came of it. An older
-- program files the row in `answer` at once and writes nothing here: such a row is bound, as it always was.
create table joint_proposal (
  hearing_id uuid not null references hearing,
  sender_id uuid not null references organisation,
  organisation_id uuid not null references organisation,
  -- A fingerprint of the sender's answer and comments: a yes covers these and no others.
  words text not null,
  asked_at timestamptz(3) not null,
  declined_at timestamptz(3),
  -- What was decided about earlier words no longer counts, since then.
  fell_at timestamptz(3),
  primary key (hearing_id, sender_id, organisation_id)
);
create index joint_proposal_organisation on joint_proposal (organisation_id);
create index joint_proposal_sender on joint_proposal (sender_id);
