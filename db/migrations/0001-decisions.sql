-- Every row belongs to a workspace (team_id), and no row is ever deleted. What we only keep and give back is json, not
-- jsonb: it takes whatever a person may have pasted, jsonb refuses \u0000 and halves of surrogate pairs.

-- What Slack says of a person, kept so that cards and records can use names without asking each time.
create table person (
  team_id text not null,
  user_id text not null,
  name text not null,
  time_zone text not null,
  kind text not null check (kind in ('member', 'guest', 'bot', 'deactivated', 'outsider')),
  fetched_at timestamptz not null,
  primary key (team_id, user_id)
);

-- What somebody has typed into the propose modal so far; private to its author.
create table draft (
  id uuid primary key,
  team_id text not null,
  channel_id text not null,
  user_id text not null,
  form json not null,
  started_at timestamptz not null,
  saved_at timestamptz not null,
  ended_at timestamptz
);
create index draft_unfinished on draft (team_id, user_id, channel_id, saved_at desc) where ended_at is null;

-- A decision takes over the id of its draft, so a submission that arrives twice is one decision.
create table decision (
  id uuid primary key,
  team_id text not null,
  channel_id text not null,
  is_private boolean not null,
  title text not null,
  context text not null,
  drivers text[] not null,
  status text not null check (status in
    ('draft', 'proposed', 'accepted', 'rejected', 'deprecated', 'superseded', 'withdrawn')),
  proposer_id text not null,
  named_deciders text[] not null,
  closes_at timestamptz not null,
  time_zone text not null,
  round integer not null default 1 check (round > 0),
  rule jsonb,
  voting_opened_at timestamptz,
  voting_closed_at timestamptz,
  chosen_option_id uuid,
  justification text,
  decided_by text,
  decided_at timestamptz,
  card_ts text,
  card_message_id uuid not null default gen_random_uuid(),
  card_link text,
  card_shown_at timestamptz,
  card_seeded integer not null default 0,
  version integer not null default 1,
  proposed_at timestamptz not null
);
create unique index decision_card on decision (team_id, channel_id, card_ts) where card_ts is not null;
create index decision_open_vote on decision (closes_at)
  where voting_opened_at is not null and voting_closed_at is null and status = 'proposed';
create index decision_by_date on decision (team_id, proposed_at desc);
create index decision_by_outcome on decision (team_id, decided_at desc) where decided_at is not null;

create table option (
  id uuid primary key,
  decision_id uuid not null references decision,
  team_id text not null,
  position integer not null,
  title text not null,
  description text not null,
  emoji text not null,
  added_by text not null,
  unique (decision_id, position),
  unique (decision_id, emoji)
);
alter table decision add foreign key (chosen_option_id) references option;

create table argument (
  id uuid primary key,
  decision_id uuid not null references decision,
  option_id uuid not null references option,
  team_id text not null,
  kind text not null check (kind in ('pro', 'con', 'neutral')),
  text text not null,
  author_id text not null,
  made_at timestamptz not null
);
create index argument_by_decision on argument (decision_id, made_at);

-- The electorate: frozen when a round of voting opens.
create table decider (
  decision_id uuid not null references decision,
  round integer not null,
  user_id text not null,
  team_id text not null,
  primary key (decision_id, round, user_id)
);

-- The latest word of each person on each option. event_us is Slack's event_ts in microseconds: an older event
-- that arrives late changes nothing. Everybody's reactions are kept; only deciders' are counted.
create table ballot (
  decision_id uuid not null references decision,
  round integer not null,
  option_id uuid not null references option,
  user_id text not null,
  team_id text not null,
  is_cast boolean not null,
  event_us bigint not null,
  card_ts text not null,
  primary key (decision_id, round, option_id, user_id)
);

create table consequence (
  decision_id uuid not null references decision,
  position integer not null,
  team_id text not null,
  kind text not null check (kind in ('good', 'bad', 'neutral')),
  text text not null,
  primary key (decision_id, position)
);

-- The way of an outcome into git. The number is taken here before the push, so that no two decisions share one.
create table publication (
  decision_id uuid primary key references decision,
  team_id text not null,
  archive text not null,
  number integer check (number > 0),
  file_name text,
  commit text,
  commit_url text,
  trouble text,
  pushed_at timestamptz,
  unique (archive, number)
);

-- Who did what and when; written in the transaction of the change itself.
create table event (
  id bigint generated always as identity primary key,
  team_id text not null,
  decision_id uuid not null references decision,
  at timestamptz not null,
  actor_id text,
  kind text not null,
  detail json not null
);
create index event_by_decision on event (decision_id, id);

-- What Gavel says in a channel or a thread, once: the key says what it is about, message_id is the client_msg_id
-- under which Slack would recognise a second attempt.
create table message (
  team_id text not null,
  key text not null,
  message_id uuid not null default gen_random_uuid(),
  channel_id text not null,
  decision_id uuid references decision,
  body json not null,
  ts text,
  written_at timestamptz not null,
  primary key (team_id, key)
);

-- How often a channel hears of what was decided; told_until is the end of the last period that it has heard of.
create table digest_cadence (
  team_id text not null,
  channel_id text not null,
  every text not null check (every in ('day', 'week', 'never')),
  weekday integer not null check (weekday between 1 and 7),
  time_of_day text not null,
  time_zone text not null,
  told_until timestamptz not null,
  set_by text not null,
  primary key (team_id, channel_id)
);
