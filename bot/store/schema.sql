-- Made from the migrations by `npm run check -- --write`. Read it; change the migrations.

table account_step
  person_id uuid not null
  step text not null
  asked_at timestamp with time zone not null
  failed_at timestamp with time zone
  failure text

table answer
  hearing_id uuid not null
  organisation_id uuid not null
  position text not null
  reservation text
  sender_id uuid
  late boolean not null default false
  channel text not null
  submitted_by uuid
  submitted_at timestamp with time zone not null
  joint_with ARRAY not null default '{}'::uuid[]
  restored_at timestamp with time zone

table appointment
  organisation_id uuid not null
  role text not null
  person_id uuid not null
  chair boolean not null default false
  from_at timestamp with time zone not null
  until_at timestamp with time zone

table attendee
  meeting_id uuid not null
  person_id uuid not null
  response text
  responded_at timestamp with time zone

table ballot
  vote_id uuid not null
  organisation_id uuid not null
  choice text not null
  means text not null
  caster text not null
  cast_by uuid
  cast_at timestamp with time zone not null
  statement text
  recused ARRAY not null default '{}'::uuid[]

table busy_time
  scheduling_id uuid not null
  person_id uuid not null
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  tentative boolean not null

table case
  id uuid not null
  kind text not null
  ref text not null
  title text not null
  state text not null
  created_at timestamp with time zone not null

table checkpoint
  case_id text not null
  seq integer not null
  hash text not null
  at timestamp with time zone not null

table clock
  id boolean not null default true
  offset_ms bigint not null default 0
  moved_at timestamp with time zone

table comment
  id uuid not null
  hearing_id uuid not null
  number integer not null
  organisation_id uuid not null
  person_id uuid
  clause text
  type text not null
  text text not null
  proposed_change text
  channel text not null
  received_at timestamp with time zone not null
  late boolean not null default false
  edited_at timestamp with time zone
  withdrawn_at timestamp with time zone
  disposition text
  response text
  theme text
  changed_clause text
  disposed_by uuid
  disposed_at timestamp with time zone
  fingerprint text
  left_at timestamp with time zone

table conversation
  id text not null
  kind text not null
  person_id uuid
  object_id text
  service_url text not null
  tenant_id text not null
  team_id text
  updated_at timestamp with time zone not null

table counter
  series text not null
  value integer not null

table delivery
  id bigint not null default ALWAYS
  person_id uuid
  conversation_id text
  message text not null
  revision_id uuid
  hearing_id uuid
  vote_id uuid
  occasion text not null default ''::text
  channel text not null
  state text not null default 'queued'::text
  reason text
  activity_id text
  attempts integer not null default 0
  due_at timestamp with time zone not null default now()
  claimed_at timestamp with time zone
  created_at timestamp with time zone not null
  settled_at timestamp with time zone
  meeting_id uuid
  scheduling_id uuid
  feed_state text
  feed_reason text
  feed_at timestamp with time zone
  mail_slot timestamp with time zone
  shown_hash text
  editing_at timestamp with time zone
  looked_at timestamp with time zone
  edit_failures integer not null default 0
  shown_at timestamp with time zone
  about_kind text not null
  about_id uuid not null

table directory_cursor
  id boolean not null default true
  cursor text not null
  group_ids ARRAY not null

table directory_member
  source text not null
  object_id text not null
  since timestamp with time zone not null
  until_at timestamp with time zone

table directory_person
  object_id text not null
  display_name text not null
  email text
  guest boolean not null
  seen_at timestamp with time zone not null

table directory_source
  source text not null
  group_id text not null
  version integer not null default 0
  read_at timestamp with time zone
  checked_at timestamp with time zone
  failed_at timestamp with time zone
  failure text
  plan jsonb

table electorate
  vote_id uuid not null
  organisation_id uuid not null
  representative_id uuid
  deputy_id uuid
  present boolean

table erasure
  event_id bigint not null
  type text not null
  ids jsonb not null

table errand
  kind text not null
  about_id text not null
  asked_at timestamp with time zone not null
  wanted integer not null default 1
  done integer not null default 0
  due_at timestamp with time zone
  claimed_at timestamp with time zone
  attempts integer not null default 0
  failed_at timestamp with time zone
  failure text

table event
  id bigint not null default ALWAYS
  case_id text not null
  at timestamp with time zone not null
  actor jsonb not null
  type text not null
  data jsonb not null

table file
  id uuid not null
  revision_id uuid not null
  version_id uuid
  name text not null
  number integer not null
  size integer not null
  hash text
  created_by uuid
  created_at timestamp with time zone not null
  finished_at timestamp with time zone
  state text not null
  sent integer not null default 0
  claimed_at timestamp with time zone
  drive_id text
  item_id text
  etag text
  url text
  failure text
  failed_at timestamp with time zone
  case_id uuid not null

table file_part
  file_id uuid not null
  number integer not null
  bytes bytea not null

table finding
  id bigint not null default ALWAYS
  case_id text not null
  part text not null
  thing text not null
  thing_id text not null
  field text not null
  how text not null
  found_at timestamp with time zone not null
  told_at timestamp with time zone
  gone_at timestamp with time zone

table graph_call
  name text not null
  ok_at timestamp with time zone
  failed_at timestamp with time zone
  status integer
  code text

table group_member
  revision_id uuid not null
  person_id uuid not null
  field text not null
  since timestamp with time zone not null
  until_at timestamp with time zone
  case_id uuid not null

table head
  n integer not null
  at timestamp with time zone not null
  previous text not null
  root text not null
  introduces text
  hash text not null
  key text not null
  signature text not null
  seed text not null

table head_key
  fingerprint text not null
  public_key text not null
  kept text not null
  since timestamp with time zone not null

table head_leaf
  case_id text not null
  n integer not null
  seq integer not null
  hash text not null

table heard
  hearing_id uuid not null
  organisation_id uuid not null

table hearing
  id uuid not null
  number integer not null
  revision_id uuid not null
  kind text not null
  version_id uuid not null
  letter text not null
  reason text
  opens_at timestamp with time zone not null
  deadline timestamp with time zone not null
  original_deadline timestamp with time zone
  created_by uuid
  case_id uuid not null

table invitee
  scheduling_id uuid not null
  person_id uuid not null
  readable boolean
  unreadable_because text
  answered_at timestamp with time zone

table joint_proposal
  hearing_id uuid not null
  sender_id uuid not null
  organisation_id uuid not null
  words text not null
  asked_at timestamp with time zone not null
  declined_at timestamp with time zone
  fell_at timestamp with time zone
  said_no_at timestamp with time zone

table meeting
  id uuid not null
  kind text not null
  season text not null
  title text not null
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  join_url text
  conversation_id text
  platform_id text
  created_at timestamp with time zone not null
  agenda text not null default ''::text
  revision_id uuid
  cancelled_at timestamp with time zone
  cancel_reason text
  case_id uuid

table meeting_chat
  meeting_id uuid not null
  thread_id text
  asked_at timestamp with time zone
  failed_at timestamp with time zone
  failure text

table meeting_event
  meeting_id uuid not null
  wanted integer not null default 1
  done integer not null default 0
  key uuid not null
  claimed_at timestamp with time zone
  event_id text
  failed_at timestamp with time zone
  failure text
  answers_at timestamp with time zone

table migration
  name text not null
  hash text not null
  applied_at timestamp with time zone not null default now()

table organisation
  id uuid not null
  name text not null
  kind text not null
  joined text
  created_at timestamp with time zone not null

table pace
  id boolean not null default true
  next_at timestamp with time zone not null default now()
  mail_next_at timestamp with time zone not null default now()

table person
  id uuid not null
  organisation_id uuid
  display_name text not null
  email text not null
  object_id text
  fields ARRAY not null default '{}'::text[]
  locale text not null default 'da'::text
  secretariat boolean not null default false
  created_at timestamp with time zone not null
  left_at timestamp with time zone
  calendar_generation integer not null default 0
  tenant_id text

table poll_answer
  slot_id uuid not null
  person_id uuid not null
  possible boolean not null

table poll_slot
  id uuid not null
  scheduling_id uuid not null
  starts_at timestamp with time zone not null

table presence
  session_id uuid not null
  organisation_id uuid not null
  present boolean not null
  marked_by uuid
  marked_at timestamp with time zone not null

table receipt
  key text not null
  result jsonb not null
  at timestamp with time zone not null
  request text
  asked text

table revision
  id uuid not null
  ref text not null
  goal_number integer
  title text not null
  track text not null
  year integer not null
  state text not null
  created_at timestamp with time zone not null

table rules
  id bigint not null default ALWAYS
  rule jsonb not null
  confirmed_by uuid
  confirmed_at timestamp with time zone not null

table scheduling
  id uuid not null
  kind text not null
  season text not null
  revision_id uuid
  title text not null
  agenda text not null
  minutes integer not null
  from_day text not null
  to_day text not null
  created_by uuid
  created_at timestamp with time zone not null
  read_at timestamp with time zone
  failed_at timestamp with time zone
  failure text
  opened_at timestamp with time zone
  respond_by timestamp with time zone
  meeting_id uuid
  dropped_at timestamp with time zone
  case_id uuid

table seal
  event_id bigint not null
  case_id text not null
  seq integer not null
  previous text not null
  hash text not null
  form smallint not null default 1
  salt text
  digest text

table sealed_reading
  hearing_id uuid not null
  person_id uuid not null
  day date not null

table secretariat_configured
  object_id text not null

table session
  id uuid not null
  meeting_id uuid not null
  opened_by uuid
  opened_at timestamp with time zone not null
  ended_at timestamp with time zone
  over_at timestamp with time zone

table signing_key
  purpose text not null
  key bytea not null

table subscription
  id text not null
  group_id text not null
  client_state text not null
  expires_at timestamp with time zone not null

table tenant
  tenant_id text not null
  host boolean not null default false

table unsealed
  case_id text not null
  event_id bigint not null

table verification
  case_id text not null
  seq integer not null
  verified_at timestamp with time zone not null
  whole_at timestamp with time zone not null

table version
  id uuid not null
  revision_id uuid not null
  number integer not null
  kind text not null
  title text not null
  clauses jsonb not null
  hash text not null
  created_by uuid
  created_at timestamp with time zone not null
  case_id uuid not null

table vote
  id uuid not null
  revision_id uuid not null
  session_id uuid not null
  version_id uuid not null
  version_hash text not null
  motion text not null
  rule jsonb not null
  reason text
  rehearsal boolean not null
  opened_by uuid
  opened_at timestamp with time zone not null
  closed_by uuid
  closed_at timestamp with time zone
  result jsonb
  carried boolean
  case_id uuid not null

table working_group
  revision_id uuid not null
  created_at timestamp with time zone not null
  channel_id text
  channel_url text
  failed_at timestamp with time zone
  failure text
  asked_at timestamp with time zone
  claimed_at timestamp with time zone
  case_id uuid not null
  lead_id uuid

"case": case_pkey PRIMARY KEY (id)
"case": case_ref_key UNIQUE (ref)
account_step: account_step_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
account_step: account_step_pkey PRIMARY KEY (person_id, step)
account_step: account_step_step_check CHECK ((step = ANY (ARRAY['guest'::text, 'team'::text, 'app'::text])))
answer: answer_hearing_id_fkey FOREIGN KEY (hearing_id) REFERENCES hearing(id)
answer: answer_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
answer: answer_pkey PRIMARY KEY (hearing_id, organisation_id)
answer: answer_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES organisation(id)
answer: answer_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES person(id)
appointment: appointment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
appointment: appointment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
appointment: appointment_role_check CHECK ((role = ANY (ARRAY['representative'::text, 'deputy'::text, 'contact'::text])))
attendee: attendee_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id)
attendee: attendee_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
attendee: attendee_pkey PRIMARY KEY (meeting_id, person_id)
attendee: attendee_response_check CHECK ((response = ANY (ARRAY['accepted'::text, 'tentative'::text, 'declined'::text])))
ballot: ballot_cast_by_fkey FOREIGN KEY (cast_by) REFERENCES person(id)
ballot: ballot_choice_check CHECK ((choice = ANY (ARRAY['for'::text, 'against'::text, 'abstain'::text, 'recused'::text])))
ballot: ballot_pkey PRIMARY KEY (vote_id, organisation_id)
ballot: ballot_vote_id_organisation_id_fkey FOREIGN KEY (vote_id, organisation_id) REFERENCES electorate(vote_id, organisation_id)
busy_time: busy_time_scheduling_id_person_id_fkey FOREIGN KEY (scheduling_id, person_id) REFERENCES invitee(scheduling_id, person_id)
checkpoint: checkpoint_pkey PRIMARY KEY (case_id, seq)
clock: clock_id_check CHECK (id)
clock: clock_pkey PRIMARY KEY (id)
comment: comment_disposed_by_fkey FOREIGN KEY (disposed_by) REFERENCES person(id)
comment: comment_hearing_id_fkey FOREIGN KEY (hearing_id) REFERENCES hearing(id)
comment: comment_number_key UNIQUE (number, hearing_id)
comment: comment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
comment: comment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
comment: comment_pkey PRIMARY KEY (id)
conversation: conversation_kind_check CHECK ((kind = ANY (ARRAY['personal'::text, 'team'::text, 'meeting'::text])))
conversation: conversation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
conversation: conversation_pkey PRIMARY KEY (id)
counter: counter_pkey PRIMARY KEY (series)
delivery: delivery_channel_check CHECK ((channel = ANY (ARRAY['personal'::text, 'team'::text, 'meeting'::text, 'mail'::text])))
delivery: delivery_feed_state_check CHECK ((feed_state = ANY (ARRAY['sending'::text, 'accepted'::text, 'failed'::text, 'cancelled'::text])))
delivery: delivery_hearing_id_fkey FOREIGN KEY (hearing_id) REFERENCES hearing(id)
delivery: delivery_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id)
delivery: delivery_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
delivery: delivery_pkey PRIMARY KEY (id)
delivery: delivery_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES revision(id)
delivery: delivery_scheduling_id_fkey FOREIGN KEY (scheduling_id) REFERENCES scheduling(id)
delivery: delivery_vote_id_fkey FOREIGN KEY (vote_id) REFERENCES vote(id)
directory_cursor: directory_cursor_id_check CHECK (id)
directory_cursor: directory_cursor_pkey PRIMARY KEY (id)
directory_member: directory_member_object_id_fkey FOREIGN KEY (object_id) REFERENCES directory_person(object_id)
directory_member: directory_member_pkey PRIMARY KEY (source, object_id)
directory_member: directory_member_source_fkey FOREIGN KEY (source) REFERENCES directory_source(source)
directory_person: directory_person_pkey PRIMARY KEY (object_id)
directory_source: directory_source_pkey PRIMARY KEY (source)
directory_source: directory_source_source_check CHECK ((source = ANY (ARRAY['team'::text, 'secretariat'::text, 'steering'::text])))
electorate: electorate_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES person(id)
electorate: electorate_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
electorate: electorate_pkey PRIMARY KEY (vote_id, organisation_id)
electorate: electorate_representative_id_fkey FOREIGN KEY (representative_id) REFERENCES person(id)
electorate: electorate_vote_id_fkey FOREIGN KEY (vote_id) REFERENCES vote(id)
erasure: erasure_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id)
erasure: erasure_pkey PRIMARY KEY (event_id)
errand: errand_pkey PRIMARY KEY (kind, about_id)
event: event_pkey PRIMARY KEY (id)
file: file_case_id_fkey FOREIGN KEY (case_id) REFERENCES "case"(id)
file: file_case_id_name_number_key UNIQUE (case_id, name, number)
file: file_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
file: file_pkey PRIMARY KEY (id)
file: file_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES revision(id)
file: file_revision_id_name_number_key UNIQUE (revision_id, name, number)
file: file_size_check CHECK ((size > 0))
file: file_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'here'::text, 'waiting'::text, 'there'::text, 'changed'::text, 'failed'::text])))
file: file_version_id_fkey FOREIGN KEY (version_id) REFERENCES version(id)
file_part: file_part_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id)
file_part: file_part_pkey PRIMARY KEY (file_id, number)
finding: finding_pkey PRIMARY KEY (id)
graph_call: graph_call_pkey PRIMARY KEY (name)
group_member: group_member_case_id_fkey FOREIGN KEY (case_id) REFERENCES working_group(case_id)
group_member: group_member_case_id_person_id_key UNIQUE (case_id, person_id)
group_member: group_member_field_check CHECK ((field = ANY (ARRAY['environment'::text, 'procurement'::text, 'both'::text])))
group_member: group_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
group_member: group_member_pkey PRIMARY KEY (revision_id, person_id)
group_member: group_member_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES working_group(revision_id)
head: head_hash_key UNIQUE (hash)
head: head_key_fkey FOREIGN KEY (key) REFERENCES head_key(fingerprint)
head: head_pkey PRIMARY KEY (n)
head: head_previous_key UNIQUE (previous)
head_key: head_key_kept_check CHECK ((kept = ANY (ARRAY['vault'::text, 'database'::text])))
head_key: head_key_pkey PRIMARY KEY (fingerprint)
head_leaf: head_leaf_n_fkey FOREIGN KEY (n) REFERENCES head(n)
head_leaf: head_leaf_pkey PRIMARY KEY (case_id, n)
heard: heard_hearing_id_fkey FOREIGN KEY (hearing_id) REFERENCES hearing(id)
heard: heard_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
heard: heard_pkey PRIMARY KEY (hearing_id, organisation_id)
hearing: hearing_case_id_fkey FOREIGN KEY (case_id) REFERENCES "case"(id)
hearing: hearing_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
hearing: hearing_number_key UNIQUE (number)
hearing: hearing_pkey PRIMARY KEY (id)
hearing: hearing_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES revision(id)
hearing: hearing_version_id_fkey FOREIGN KEY (version_id) REFERENCES version(id)
invitee: invitee_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
invitee: invitee_pkey PRIMARY KEY (scheduling_id, person_id)
invitee: invitee_scheduling_id_fkey FOREIGN KEY (scheduling_id) REFERENCES scheduling(id)
joint_proposal: joint_proposal_hearing_id_fkey FOREIGN KEY (hearing_id) REFERENCES hearing(id)
joint_proposal: joint_proposal_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
joint_proposal: joint_proposal_pkey PRIMARY KEY (hearing_id, sender_id, organisation_id)
joint_proposal: joint_proposal_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES organisation(id)
meeting: meeting_case_id_fkey FOREIGN KEY (case_id) REFERENCES "case"(id)
meeting: meeting_pkey PRIMARY KEY (id)
meeting: meeting_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES revision(id)
meeting_chat: meeting_chat_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id)
meeting_chat: meeting_chat_pkey PRIMARY KEY (meeting_id)
meeting_event: meeting_event_event_id_key UNIQUE (event_id)
meeting_event: meeting_event_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id)
meeting_event: meeting_event_pkey PRIMARY KEY (meeting_id)
migration: migration_pkey PRIMARY KEY (name)
organisation: organisation_pkey PRIMARY KEY (id)
pace: pace_id_check CHECK (id)
pace: pace_pkey PRIMARY KEY (id)
person: person_object_id_key UNIQUE (object_id)
person: person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
person: person_pkey PRIMARY KEY (id)
person: person_tenant_id_check CHECK ((tenant_id = lower(tenant_id)))
poll_answer: poll_answer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
poll_answer: poll_answer_pkey PRIMARY KEY (slot_id, person_id)
poll_answer: poll_answer_slot_id_fkey FOREIGN KEY (slot_id) REFERENCES poll_slot(id)
poll_slot: poll_slot_pkey PRIMARY KEY (id)
poll_slot: poll_slot_scheduling_id_fkey FOREIGN KEY (scheduling_id) REFERENCES scheduling(id)
poll_slot: poll_slot_scheduling_id_starts_at_key UNIQUE (scheduling_id, starts_at)
presence: presence_marked_by_fkey FOREIGN KEY (marked_by) REFERENCES person(id)
presence: presence_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
presence: presence_pkey PRIMARY KEY (session_id, organisation_id)
presence: presence_session_id_fkey FOREIGN KEY (session_id) REFERENCES session(id)
receipt: receipt_pkey PRIMARY KEY (key)
revision: revision_id_fkey FOREIGN KEY (id) REFERENCES "case"(id)
revision: revision_pkey PRIMARY KEY (id)
revision: revision_ref_key UNIQUE (ref)
rules: rules_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES person(id)
rules: rules_pkey PRIMARY KEY (id)
scheduling: scheduling_case_id_fkey FOREIGN KEY (case_id) REFERENCES "case"(id)
scheduling: scheduling_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
scheduling: scheduling_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id)
scheduling: scheduling_meeting_id_key UNIQUE (meeting_id)
scheduling: scheduling_minutes_check CHECK (((minutes >= 15) AND (minutes <= 480)))
scheduling: scheduling_pkey PRIMARY KEY (id)
scheduling: scheduling_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES revision(id)
seal: seal_case_id_seq_key UNIQUE (case_id, seq)
seal: seal_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id)
seal: seal_form CHECK (
CASE form
    WHEN 1 THEN ((salt IS NULL) AND (digest IS NULL))
    WHEN 2 THEN (digest IS NOT NULL)
    ELSE false
END)
seal: seal_pkey PRIMARY KEY (event_id)
sealed_reading: sealed_reading_hearing_id_fkey FOREIGN KEY (hearing_id) REFERENCES hearing(id)
sealed_reading: sealed_reading_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
sealed_reading: sealed_reading_pkey PRIMARY KEY (hearing_id, person_id, day)
secretariat_configured: secretariat_configured_pkey PRIMARY KEY (object_id)
session: session_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id)
session: session_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id)
session: session_pkey PRIMARY KEY (id)
signing_key: signing_key_pkey PRIMARY KEY (purpose)
subscription: subscription_pkey PRIMARY KEY (id)
tenant: tenant_pkey PRIMARY KEY (tenant_id)
tenant: tenant_tenant_id_check CHECK ((tenant_id = lower(tenant_id)))
unsealed: unsealed_pkey PRIMARY KEY (case_id, event_id)
verification: verification_pkey PRIMARY KEY (case_id)
version: version_case_id_fkey FOREIGN KEY (case_id) REFERENCES "case"(id)
version: version_case_id_number_key UNIQUE (case_id, number)
version: version_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
version: version_pkey PRIMARY KEY (id)
version: version_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES revision(id)
version: version_revision_id_number_key UNIQUE (revision_id, number)
vote: vote_case_id_fkey FOREIGN KEY (case_id) REFERENCES "case"(id)
vote: vote_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id)
vote: vote_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id)
vote: vote_pkey PRIMARY KEY (id)
vote: vote_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES revision(id)
vote: vote_session_id_fkey FOREIGN KEY (session_id) REFERENCES session(id)
vote: vote_version_id_fkey FOREIGN KEY (version_id) REFERENCES version(id)
working_group: working_group_case_id_fkey FOREIGN KEY (case_id) REFERENCES "case"(id)
working_group: working_group_case_id_key UNIQUE (case_id)
working_group: working_group_channel_id_key UNIQUE (channel_id)
working_group: working_group_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES organisation(id)
working_group: working_group_pkey PRIMARY KEY (revision_id)
working_group: working_group_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES revision(id)

CREATE UNIQUE INDEX account_step_pkey ON public.account_step USING btree (person_id, step)
CREATE UNIQUE INDEX answer_pkey ON public.answer USING btree (hearing_id, organisation_id)
CREATE UNIQUE INDEX appointment_current ON public.appointment USING btree (organisation_id, role) WHERE (until_at IS NULL)
CREATE INDEX appointment_person ON public.appointment USING btree (person_id) WHERE (until_at IS NULL)
CREATE UNIQUE INDEX attendee_pkey ON public.attendee USING btree (meeting_id, person_id)
CREATE UNIQUE INDEX ballot_pkey ON public.ballot USING btree (vote_id, organisation_id)
CREATE INDEX busy_time_scheduling ON public.busy_time USING btree (scheduling_id)
CREATE INDEX case_order ON public."case" USING btree (((- ("substring"(ref, '[0-9]{4}'::text))::integer)), length(ref), ref)
CREATE UNIQUE INDEX case_pkey ON public."case" USING btree (id)
CREATE UNIQUE INDEX case_ref_key ON public."case" USING btree (ref)
CREATE INDEX case_under_way ON public."case" USING btree (((- ("substring"(ref, '[0-9]{4}'::text))::integer)), length(ref), ref) WHERE (state <> ALL (ARRAY['approved'::text, 'published'::text, 'rejected'::text, 'withdrawn'::text]))
CREATE UNIQUE INDEX checkpoint_pkey ON public.checkpoint USING btree (case_id, seq)
CREATE UNIQUE INDEX clock_pkey ON public.clock USING btree (id)
CREATE INDEX comment_answered ON public.comment USING btree (hearing_id) WHERE ((withdrawn_at IS NULL) AND (disposed_at IS NOT NULL))
CREATE INDEX comment_newest ON public.comment USING btree (hearing_id, organisation_id, received_at, id)
CREATE UNIQUE INDEX comment_number_key ON public.comment USING btree (number, hearing_id)
CREATE UNIQUE INDEX comment_once ON public.comment USING btree (fingerprint) WHERE ((fingerprint IS NOT NULL) AND (withdrawn_at IS NULL))
CREATE UNIQUE INDEX comment_pkey ON public.comment USING btree (id)
CREATE INDEX comment_waiting ON public.comment USING btree (hearing_id) WHERE ((withdrawn_at IS NULL) AND (disposed_at IS NULL))
CREATE INDEX conversation_object ON public.conversation USING btree (object_id) WHERE (kind = 'personal'::text)
CREATE UNIQUE INDEX conversation_pkey ON public.conversation USING btree (id)
CREATE UNIQUE INDEX counter_pkey ON public.counter USING btree (series)
CREATE INDEX delivery_about ON public.delivery USING btree (about_id, id)
CREATE UNIQUE INDEX delivery_about_once ON public.delivery USING btree (COALESCE((person_id)::text, conversation_id), message, about_id, occasion)
CREATE INDEX delivery_about_unreached ON public.delivery USING btree (about_id) WHERE (state = ANY (ARRAY['failed'::text, 'uncertain'::text]))
CREATE INDEX delivery_feed ON public.delivery USING btree (settled_at) WHERE ((channel = 'mail'::text) AND (feed_state IS NULL))
CREATE UNIQUE INDEX delivery_greeting ON public.delivery USING btree (person_id) WHERE (message = 'greeting'::text)
CREATE INDEX delivery_hearing ON public.delivery USING btree (hearing_id)
CREATE INDEX delivery_lane ON public.delivery USING btree (conversation_id, id) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]))
CREATE INDEX delivery_meeting ON public.delivery USING btree (meeting_id) WHERE (meeting_id IS NOT NULL)
CREATE UNIQUE INDEX delivery_once ON public.delivery USING btree (COALESCE((person_id)::text, conversation_id), message, COALESCE(hearing_id, vote_id, scheduling_id, meeting_id, revision_id), occasion)
CREATE INDEX delivery_person ON public.delivery USING btree (person_id)
CREATE UNIQUE INDEX delivery_pkey ON public.delivery USING btree (id)
CREATE INDEX delivery_queued ON public.delivery USING btree (due_at, id) WHERE (state = 'queued'::text)
CREATE INDEX delivery_scheduling ON public.delivery USING btree (scheduling_id) WHERE (scheduling_id IS NOT NULL)
CREATE INDEX delivery_sending ON public.delivery USING btree (claimed_at) WHERE (state = 'sending'::text)
CREATE INDEX delivery_settled ON public.delivery USING btree (conversation_id, settled_at)
CREATE INDEX delivery_shared ON public.delivery USING btree (id) WHERE ((person_id IS NULL) AND (activity_id IS NOT NULL))
CREATE INDEX delivery_unreached_hearing ON public.delivery USING btree (hearing_id) WHERE ((state = ANY (ARRAY['failed'::text, 'uncertain'::text])) AND (hearing_id IS NOT NULL))
CREATE INDEX delivery_unreached_meeting ON public.delivery USING btree (meeting_id) WHERE ((state = ANY (ARRAY['failed'::text, 'uncertain'::text])) AND (meeting_id IS NOT NULL))
CREATE INDEX delivery_unreached_scheduling ON public.delivery USING btree (scheduling_id) WHERE ((state = ANY (ARRAY['failed'::text, 'uncertain'::text])) AND (scheduling_id IS NOT NULL))
CREATE INDEX delivery_unreached_vote ON public.delivery USING btree (vote_id) WHERE ((state = ANY (ARRAY['failed'::text, 'uncertain'::text])) AND (vote_id IS NOT NULL))
CREATE INDEX delivery_vote ON public.delivery USING btree (vote_id)
CREATE UNIQUE INDEX directory_cursor_pkey ON public.directory_cursor USING btree (id)
CREATE INDEX directory_member_object ON public.directory_member USING btree (object_id)
CREATE UNIQUE INDEX directory_member_pkey ON public.directory_member USING btree (source, object_id)
CREATE UNIQUE INDEX directory_person_pkey ON public.directory_person USING btree (object_id)
CREATE UNIQUE INDEX directory_source_pkey ON public.directory_source USING btree (source)
CREATE UNIQUE INDEX electorate_pkey ON public.electorate USING btree (vote_id, organisation_id)
CREATE UNIQUE INDEX erasure_pkey ON public.erasure USING btree (event_id)
CREATE INDEX errand_due ON public.errand USING btree (due_at) WHERE (due_at IS NOT NULL)
CREATE UNIQUE INDEX errand_pkey ON public.errand USING btree (kind, about_id)
CREATE INDEX event_case ON public.event USING btree (case_id, id)
CREATE UNIQUE INDEX event_pkey ON public.event USING btree (id)
CREATE UNIQUE INDEX file_case_id_name_number_key ON public.file USING btree (case_id, name, number)
CREATE UNIQUE INDEX file_part_pkey ON public.file_part USING btree (file_id, number)
CREATE UNIQUE INDEX file_pkey ON public.file USING btree (id)
CREATE UNIQUE INDEX file_revision_id_name_number_key ON public.file USING btree (revision_id, name, number)
CREATE INDEX file_version ON public.file USING btree (version_id) WHERE (version_id IS NOT NULL)
CREATE UNIQUE INDEX finding_open ON public.finding USING btree (case_id, part, thing, thing_id, field, how) WHERE (gone_at IS NULL)
CREATE UNIQUE INDEX finding_pkey ON public.finding USING btree (id)
CREATE UNIQUE INDEX graph_call_pkey ON public.graph_call USING btree (name)
CREATE UNIQUE INDEX group_member_case_id_person_id_key ON public.group_member USING btree (case_id, person_id)
CREATE INDEX group_member_person ON public.group_member USING btree (person_id) WHERE (until_at IS NULL)
CREATE UNIQUE INDEX group_member_pkey ON public.group_member USING btree (revision_id, person_id)
CREATE UNIQUE INDEX head_hash_key ON public.head USING btree (hash)
CREATE UNIQUE INDEX head_key_pkey ON public.head_key USING btree (fingerprint)
CREATE UNIQUE INDEX head_leaf_pkey ON public.head_leaf USING btree (case_id, n)
CREATE UNIQUE INDEX head_pkey ON public.head USING btree (n)
CREATE UNIQUE INDEX head_previous_key ON public.head USING btree (previous)
CREATE UNIQUE INDEX heard_pkey ON public.heard USING btree (hearing_id, organisation_id)
CREATE INDEX hearing_case ON public.hearing USING btree (case_id)
CREATE INDEX hearing_deadline ON public.hearing USING btree (deadline)
CREATE UNIQUE INDEX hearing_number_key ON public.hearing USING btree (number)
CREATE UNIQUE INDEX hearing_pkey ON public.hearing USING btree (id)
CREATE INDEX hearing_revision ON public.hearing USING btree (revision_id)
CREATE INDEX invitee_person ON public.invitee USING btree (person_id)
CREATE UNIQUE INDEX invitee_pkey ON public.invitee USING btree (scheduling_id, person_id)
CREATE INDEX joint_proposal_organisation ON public.joint_proposal USING btree (organisation_id)
CREATE UNIQUE INDEX joint_proposal_pkey ON public.joint_proposal USING btree (hearing_id, sender_id, organisation_id)
CREATE INDEX joint_proposal_sender ON public.joint_proposal USING btree (sender_id)
CREATE UNIQUE INDEX meeting_chat_pkey ON public.meeting_chat USING btree (meeting_id)
CREATE UNIQUE INDEX meeting_conversation ON public.meeting USING btree (conversation_id) WHERE (conversation_id IS NOT NULL)
CREATE INDEX meeting_ends ON public.meeting USING btree (ends_at)
CREATE UNIQUE INDEX meeting_event_event_id_key ON public.meeting_event USING btree (event_id)
CREATE UNIQUE INDEX meeting_event_pkey ON public.meeting_event USING btree (meeting_id)
CREATE INDEX meeting_nearest ON public.meeting USING btree (kind, starts_at)
CREATE INDEX meeting_order ON public.meeting USING btree (starts_at, id)
CREATE UNIQUE INDEX meeting_pkey ON public.meeting USING btree (id)
CREATE INDEX meeting_unlinked ON public.meeting USING btree (starts_at) WHERE (conversation_id IS NULL)
CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (name)
CREATE UNIQUE INDEX organisation_name_key ON public.organisation USING btree (lower(name))
CREATE UNIQUE INDEX organisation_pkey ON public.organisation USING btree (id)
CREATE UNIQUE INDEX pace_pkey ON public.pace USING btree (id)
CREATE UNIQUE INDEX person_account ON public.person USING btree (tenant_id, object_id)
CREATE UNIQUE INDEX person_object_id_key ON public.person USING btree (object_id)
CREATE INDEX person_organisation ON public.person USING btree (organisation_id)
CREATE UNIQUE INDEX person_pkey ON public.person USING btree (id)
CREATE UNIQUE INDEX poll_answer_pkey ON public.poll_answer USING btree (slot_id, person_id)
CREATE UNIQUE INDEX poll_slot_pkey ON public.poll_slot USING btree (id)
CREATE UNIQUE INDEX poll_slot_scheduling_id_starts_at_key ON public.poll_slot USING btree (scheduling_id, starts_at)
CREATE UNIQUE INDEX presence_pkey ON public.presence USING btree (session_id, organisation_id)
CREATE INDEX receipt_at ON public.receipt USING btree (at)
CREATE UNIQUE INDEX receipt_pkey ON public.receipt USING btree (key)
CREATE UNIQUE INDEX receipt_request ON public.receipt USING btree (request)
CREATE INDEX revision_order ON public.revision USING btree (((- year)), length(ref), ref)
CREATE UNIQUE INDEX revision_pkey ON public.revision USING btree (id)
CREATE UNIQUE INDEX revision_ref_key ON public.revision USING btree (ref)
CREATE INDEX revision_under_way ON public.revision USING btree (((- year)), length(ref), ref) WHERE (state <> ALL (ARRAY['approved'::text, 'published'::text, 'rejected'::text, 'withdrawn'::text]))
CREATE UNIQUE INDEX rules_pkey ON public.rules USING btree (id)
CREATE UNIQUE INDEX scheduling_meeting_id_key ON public.scheduling USING btree (meeting_id)
CREATE INDEX scheduling_order ON public.scheduling USING btree (created_at, id)
CREATE UNIQUE INDEX scheduling_pkey ON public.scheduling USING btree (id)
CREATE INDEX scheduling_under_way ON public.scheduling USING btree (respond_by, id) WHERE ((opened_at IS NOT NULL) AND (meeting_id IS NULL) AND (dropped_at IS NULL))
CREATE UNIQUE INDEX seal_case_id_seq_key ON public.seal USING btree (case_id, seq)
CREATE UNIQUE INDEX seal_pkey ON public.seal USING btree (event_id)
CREATE INDEX sealed_reading_person ON public.sealed_reading USING btree (person_id)
CREATE UNIQUE INDEX sealed_reading_pkey ON public.sealed_reading USING btree (hearing_id, person_id, day)
CREATE UNIQUE INDEX secretariat_configured_pkey ON public.secretariat_configured USING btree (object_id)
CREATE INDEX session_meeting ON public.session USING btree (meeting_id)
CREATE UNIQUE INDEX session_open ON public.session USING btree (meeting_id) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX session_pkey ON public.session USING btree (id)
CREATE INDEX session_standing ON public.session USING btree (opened_at) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX signing_key_pkey ON public.signing_key USING btree (purpose)
CREATE UNIQUE INDEX subscription_pkey ON public.subscription USING btree (id)
CREATE UNIQUE INDEX tenant_host ON public.tenant USING btree (host) WHERE host
CREATE UNIQUE INDEX tenant_pkey ON public.tenant USING btree (tenant_id)
CREATE UNIQUE INDEX unsealed_pkey ON public.unsealed USING btree (case_id, event_id)
CREATE UNIQUE INDEX verification_pkey ON public.verification USING btree (case_id)
CREATE UNIQUE INDEX version_case_id_number_key ON public.version USING btree (case_id, number)
CREATE UNIQUE INDEX version_pkey ON public.version USING btree (id)
CREATE UNIQUE INDEX version_revision_id_number_key ON public.version USING btree (revision_id, number)
CREATE INDEX vote_awaiting ON public.vote USING btree (case_id) WHERE (carried IS NULL)
CREATE INDEX vote_case ON public.vote USING btree (case_id)
CREATE UNIQUE INDEX vote_open ON public.vote USING btree (revision_id, rehearsal) WHERE (closed_at IS NULL)
CREATE UNIQUE INDEX vote_open_once ON public.vote USING btree (case_id, rehearsal) WHERE (closed_at IS NULL)
CREATE UNIQUE INDEX vote_pkey ON public.vote USING btree (id)
CREATE INDEX vote_revision ON public.vote USING btree (revision_id)
CREATE INDEX vote_session ON public.vote USING btree (session_id)
CREATE INDEX vote_undecided ON public.vote USING btree (revision_id) WHERE (carried IS NULL)
CREATE UNIQUE INDEX working_group_case_id_key ON public.working_group USING btree (case_id)
CREATE UNIQUE INDEX working_group_channel_id_key ON public.working_group USING btree (channel_id)
CREATE UNIQUE INDEX working_group_pkey ON public.working_group USING btree (revision_id)
CREATE TRIGGER account_as_before AFTER INSERT OR UPDATE ON public.account_step FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION account_as_before()
CREATE TRIGGER account_for_before AFTER INSERT OR UPDATE ON public.errand FOR EACH ROW WHEN (((new.kind = ANY (ARRAY['guest'::text, 'team'::text, 'app'::text])) AND (pg_trigger_depth() = 0))) EXECUTE FUNCTION account_for_before()
CREATE TRIGGER answer_submitted_anew BEFORE UPDATE OF submitted_at ON public.answer FOR EACH ROW WHEN ((NOT (new.restored_at IS DISTINCT FROM old.restored_at))) EXECUTE FUNCTION submitted_anew()
CREATE TRIGGER appointment_changed AFTER INSERT OR DELETE OR UPDATE ON public.appointment FOR EACH STATEMENT EXECUTE FUNCTION tell_register_changed()
CREATE TRIGGER case_follows AFTER UPDATE OF ref, title, state, created_at ON public.revision FOR EACH ROW EXECUTE FUNCTION case_follows()
CREATE TRIGGER channel_as_before AFTER UPDATE OF asked_at, claimed_at, failed_at, failure ON public.working_group FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION channel_as_before()
CREATE TRIGGER channel_for_before AFTER INSERT OR UPDATE ON public.errand FOR EACH ROW WHEN (((new.kind = 'channel'::text) AND (pg_trigger_depth() = 0))) EXECUTE FUNCTION channel_for_before()
CREATE TRIGGER channel_wanted_before AFTER INSERT ON public.working_group FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION channel_as_before()
CREATE TRIGGER chat_as_before AFTER INSERT OR UPDATE OF asked_at, failed_at, failure ON public.meeting_chat FOR EACH ROW WHEN (((new.asked_at IS NOT NULL) AND (pg_trigger_depth() = 0))) EXECUTE FUNCTION chat_as_before()
CREATE TRIGGER chat_for_before AFTER INSERT OR UPDATE ON public.errand FOR EACH ROW WHEN (((new.kind = 'chat'::text) AND (pg_trigger_depth() = 0))) EXECUTE FUNCTION chat_for_before()
CREATE TRIGGER chat_of_a_link AFTER INSERT OR UPDATE OF join_url ON public.meeting FOR EACH ROW WHEN (((new.join_url IS NOT NULL) AND (new.conversation_id IS NULL) AND (new.cancelled_at IS NULL) AND (new.ends_at > now()) AND (pg_trigger_depth() = 0))) EXECUTE FUNCTION chat_of_a_link()
CREATE TRIGGER checkpoint_append_only BEFORE DELETE OR UPDATE ON public.checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER checkpoint_is_true AFTER INSERT ON public.checkpoint REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_false_checkpoint()
CREATE TRIGGER checkpoint_keep BEFORE TRUNCATE ON public.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER clock_moved BEFORE UPDATE ON public.clock FOR EACH ROW EXECUTE FUNCTION note_clock_moved()
CREATE TRIGGER delivery_about BEFORE INSERT ON public.delivery FOR EACH ROW EXECUTE FUNCTION about_of_delivery()
CREATE TRIGGER delivery_of_later BEFORE UPDATE OF state ON public.delivery FOR EACH ROW WHEN (((old.state = 'queued'::text) AND (new.state = 'sending'::text) AND (new.message <> ALL (ARRAY['greeting'::text, 'hearingInvitation'::text, 'hearingReminder'::text, 'deadlineExtended'::text, 'namedInJointAnswer'::text, 'voteOpened'::text, 'voteResult'::text, 'ballotRecorded'::text, 'seatReplaced'::text, 'findTime'::text, 'meetingCalled'::text, 'meetingChanged'::text, 'meetingCancelled'::text])))) EXECUTE FUNCTION leave_to_later()
CREATE TRIGGER event_append_only BEFORE DELETE OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER event_as_before AFTER UPDATE OF wanted, done, claimed_at, failed_at, failure ON public.meeting_event FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION event_as_before()
CREATE TRIGGER event_at_its_time AFTER INSERT ON public.event REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_false_time()
CREATE TRIGGER event_awaits_seal AFTER INSERT ON public.event REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION await_seal()
CREATE TRIGGER event_for_before AFTER UPDATE ON public.errand FOR EACH ROW WHEN (((new.kind = 'event'::text) AND (pg_trigger_depth() = 0))) EXECUTE FUNCTION event_for_before()
CREATE TRIGGER event_keep BEFORE TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER event_wanted_before AFTER INSERT ON public.meeting_event FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION event_as_before()
CREATE TRIGGER file_as_before AFTER UPDATE OF state, claimed_at, failed_at, failure ON public.file FOR EACH ROW WHEN (((new.state <> 'receiving'::text) AND ((old.state <> 'receiving'::text) OR (new.state <> 'here'::text)) AND (pg_trigger_depth() = 0))) EXECUTE FUNCTION file_as_before()
CREATE TRIGGER file_for_before AFTER INSERT OR UPDATE ON public.errand FOR EACH ROW WHEN (((new.kind = 'file'::text) AND (pg_trigger_depth() = 0))) EXECUTE FUNCTION file_for_before()
CREATE TRIGGER file_names_case BEFORE INSERT ON public.file FOR EACH ROW EXECUTE FUNCTION name_case()
CREATE TRIGGER group_member_names_case BEFORE INSERT ON public.group_member FOR EACH ROW EXECUTE FUNCTION name_case()
CREATE TRIGGER head_append_only BEFORE DELETE OR UPDATE ON public.head FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER head_goes_on AFTER INSERT ON public.head REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_false_head()
CREATE TRIGGER head_keep BEFORE TRUNCATE ON public.head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER head_key_append_only BEFORE DELETE OR UPDATE ON public.head_key FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER head_key_keep BEFORE TRUNCATE ON public.head_key FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER head_leaf_append_only BEFORE DELETE OR UPDATE ON public.head_leaf FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER head_leaf_is_true AFTER INSERT ON public.head_leaf REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_false_leaf()
CREATE TRIGGER head_leaf_keep BEFORE TRUNCATE ON public.head_leaf FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER hearing_names_case BEFORE INSERT ON public.hearing FOR EACH ROW EXECUTE FUNCTION name_case()
CREATE TRIGGER meeting_names_case BEFORE INSERT ON public.meeting FOR EACH ROW EXECUTE FUNCTION name_case()
CREATE TRIGGER organisation_changed AFTER INSERT OR DELETE OR UPDATE ON public.organisation FOR EACH STATEMENT EXECUTE FUNCTION tell_register_changed()
CREATE TRIGGER person_changed AFTER INSERT OR DELETE OR UPDATE ON public.person FOR EACH STATEMENT EXECUTE FUNCTION tell_register_changed()
CREATE TRIGGER person_of_host BEFORE INSERT OR UPDATE OF object_id ON public.person FOR EACH ROW WHEN (((new.object_id IS NOT NULL) AND (new.tenant_id IS NULL))) EXECUTE FUNCTION take_as_host()
CREATE TRIGGER revision_and_case BEFORE INSERT ON public.revision FOR EACH ROW EXECUTE FUNCTION revision_and_case()
CREATE TRIGGER revision_follows AFTER UPDATE OF ref, title, state, created_at ON public."case" FOR EACH ROW EXECUTE FUNCTION revision_follows()
CREATE TRIGGER scheduling_names_case BEFORE INSERT ON public.scheduling FOR EACH ROW EXECUTE FUNCTION name_case()
CREATE TRIGGER seal_append_only BEFORE DELETE OR UPDATE ON public.seal FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER seal_goes_on AFTER INSERT ON public.seal REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_false_seal()
CREATE TRIGGER seal_keep BEFORE TRUNCATE ON public.seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER version_names_case BEFORE INSERT ON public.version FOR EACH ROW EXECUTE FUNCTION name_case()
CREATE TRIGGER vote_names_case BEFORE INSERT ON public.vote FOR EACH ROW EXECUTE FUNCTION name_case()
CREATE TRIGGER working_group_names_case BEFORE INSERT ON public.working_group FOR EACH ROW EXECUTE FUNCTION name_case()
