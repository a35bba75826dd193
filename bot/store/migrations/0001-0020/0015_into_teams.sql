-- Of two replicas one brings a group's channel up to date; a claim of the dead ends by itself.
alter table working_group add column asked_at timestamptz(3);
alter table working_group add column claimed_at timestamptz;

-- Whoever has been greeted is not greeted again, however often Teams says that the bot is in.
create unique index delivery_greeting on delivery (person_id) where message = 'greeting';

-- A person's way into Teams: guest of the tenant, member of the host team, owner of the app. What was asked of Graph, and
-- what it said; whether it came to be is what the directory and the bot's own chats say.
create table account_step (
  person_id uuid not null references person,
  step text not null check (step in ('guest', 'team', 'app')),
  asked_at timestamptz(3) not null,
  failed_at timestamptz(3),
  failure text,
  primary key (person_id, step)
);
