-- By what a decision is met again: its tags, the paths that it governs, and when it is to be looked at again, with what
-- would change its deciders' mind.
alter table decision
  add column tags text[] not null default '{}',
  add column affects text[] not null default '{}',
  add column revisit_on date,
  add column revisit_when text;
