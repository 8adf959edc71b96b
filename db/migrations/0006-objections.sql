-- Objections to a decision, and holds ("I need time until …"), with what became of them: resolved by their author,
-- overridden by somebody who may, or, for a hold, ended at its time.
create table objection (
  id uuid primary key,
  decision_id uuid not null references decision,
  team_id text not null,
  kind text not null check (kind in ('objection', 'hold')),
  author_id text not null,
  reason text not null,
  raised_at timestamptz not null,
  until timestamptz,
  settled text check (settled in ('resolved', 'overridden', 'ended')),
  settled_by text,
  settled_reason text,
  settled_at timestamptz,
  check ((kind = 'hold') = (until is not null)),
  check ((settled is null) = (settled_at is null)),
  check ((settled in ('resolved', 'overridden')) is true = (settled_by is not null and settled_reason is not null))
);
create index objection_by_decision on objection (decision_id, raised_at);
