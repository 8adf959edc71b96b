-- Keys, references and unique indexes begin with the workspace, as every query does: rows of two workspaces never meet,
-- whatever their ids are, and the tables can be partitioned or distributed by team_id without being changed again.
-- Each row has had its workspace from the beginning, so only indexes are built and references checked here. The tables
-- are locked meanwhile: seven seconds for 100,000 decisions with two million rows that hang on them (800 MB), on a busy
-- machine.

alter table decision drop constraint decision_chosen_option_id_fkey;
alter table option drop constraint option_decision_id_fkey;
alter table argument drop constraint argument_decision_id_fkey, drop constraint argument_option_id_fkey;
alter table objection drop constraint objection_decision_id_fkey;
alter table decider drop constraint decider_decision_id_fkey;
alter table ballot drop constraint ballot_decision_id_fkey, drop constraint ballot_option_id_fkey;
alter table late_vote drop constraint late_vote_decision_id_fkey, drop constraint late_vote_option_id_fkey;
alter table seen_reaction drop constraint seen_reaction_decision_id_fkey, drop constraint seen_reaction_option_id_fkey;
alter table card_mark drop constraint card_mark_decision_id_fkey;
alter table consequence drop constraint consequence_decision_id_fkey;
alter table publication drop constraint publication_decision_id_fkey;
alter table event drop constraint event_decision_id_fkey;
alter table message drop constraint message_decision_id_fkey;
alter table nudge drop constraint nudge_decision_id_fkey;
alter table adr_event drop constraint adr_event_adr_id_fkey;

alter table draft drop constraint draft_pkey, add constraint draft_pkey primary key (team_id, id);
alter table decision drop constraint decision_pkey, add constraint decision_pkey primary key (team_id, id);
alter table option
  drop constraint option_pkey, add constraint option_pkey primary key (team_id, id),
  drop constraint option_decision_id_position_key,
  add constraint option_decision_id_position_key unique (team_id, decision_id, position),
  drop constraint option_decision_id_emoji_key,
  add constraint option_decision_id_emoji_key unique (team_id, decision_id, emoji);
alter table argument drop constraint argument_pkey, add constraint argument_pkey primary key (team_id, id);
alter table objection drop constraint objection_pkey, add constraint objection_pkey primary key (team_id, id);
alter table decider
  drop constraint decider_pkey, add constraint decider_pkey primary key (team_id, decision_id, round, user_id);
alter table ballot
  drop constraint ballot_pkey, add constraint ballot_pkey primary key (team_id, decision_id, round, option_id, user_id);
alter table late_vote
  drop constraint late_vote_pkey,
  add constraint late_vote_pkey primary key (team_id, decision_id, round, option_id, user_id, event_us);
alter table seen_reaction
  drop constraint seen_reaction_pkey,
  add constraint seen_reaction_pkey primary key (team_id, decision_id, round, option_id, user_id);
alter table card_mark
  drop constraint card_mark_pkey, add constraint card_mark_pkey primary key (team_id, decision_id, task);
alter table consequence
  drop constraint consequence_pkey, add constraint consequence_pkey primary key (team_id, decision_id, position);
alter table publication
  drop constraint publication_pkey, add constraint publication_pkey primary key (team_id, decision_id);
alter table event drop constraint event_pkey, add constraint event_pkey primary key (team_id, id);
alter table nudge drop constraint nudge_pkey, add constraint nudge_pkey primary key (team_id, id);
alter table rule_setting drop constraint rule_setting_pkey, add constraint rule_setting_pkey primary key (team_id, id);
alter table adr drop constraint adr_pkey, add constraint adr_pkey primary key (team_id, id);
alter table adr_event drop constraint adr_event_pkey, add constraint adr_event_pkey primary key (team_id, id);

alter table decision
  add constraint decision_chosen_option_id_fkey foreign key (team_id, chosen_option_id) references option;
alter table option add constraint option_decision_id_fkey foreign key (team_id, decision_id) references decision;
alter table argument
  add constraint argument_decision_id_fkey foreign key (team_id, decision_id) references decision,
  add constraint argument_option_id_fkey foreign key (team_id, option_id) references option;
alter table objection add constraint objection_decision_id_fkey foreign key (team_id, decision_id) references decision;
alter table decider add constraint decider_decision_id_fkey foreign key (team_id, decision_id) references decision;
alter table ballot
  add constraint ballot_decision_id_fkey foreign key (team_id, decision_id) references decision,
  add constraint ballot_option_id_fkey foreign key (team_id, option_id) references option;
alter table late_vote
  add constraint late_vote_decision_id_fkey foreign key (team_id, decision_id) references decision,
  add constraint late_vote_option_id_fkey foreign key (team_id, option_id) references option;
alter table seen_reaction
  add constraint seen_reaction_decision_id_fkey foreign key (team_id, decision_id) references decision,
  add constraint seen_reaction_option_id_fkey foreign key (team_id, option_id) references option;
alter table card_mark add constraint card_mark_decision_id_fkey foreign key (team_id, decision_id) references decision;
alter table consequence
  add constraint consequence_decision_id_fkey foreign key (team_id, decision_id) references decision;
alter table publication
  add constraint publication_decision_id_fkey foreign key (team_id, decision_id) references decision;
alter table event add constraint event_decision_id_fkey foreign key (team_id, decision_id) references decision;
alter table message add constraint message_decision_id_fkey foreign key (team_id, decision_id) references decision;
alter table nudge add constraint nudge_decision_id_fkey foreign key (team_id, decision_id) references decision;
alter table adr_event add constraint adr_event_adr_id_fkey foreign key (team_id, adr_id) references adr;

-- The number that is taken in an archive, until it is pushed.
drop index publication_taken_number;
create unique index publication_taken_number on publication (team_id, archive, number) where pushed_at is null;

-- The indexes that began with the decision, the archive or the ADR.
drop index argument_by_decision;
create index argument_by_decision on argument (team_id, decision_id, made_at);
drop index objection_by_decision;
create index objection_by_decision on objection (team_id, decision_id, raised_at);
drop index decider_absent;
create index decider_absent on decider (team_id, decision_id, round, user_id)
  where excluded is not null or gone is not null;
drop index event_by_decision;
create index event_by_decision on event (team_id, decision_id, id);
drop index nudge_by_decision;
create index nudge_by_decision on nudge (team_id, decision_id, user_id, told_at desc);
drop index publication_archive_number;
create index publication_archive_number on publication (team_id, archive, number);
drop index adr_event_by_adr;
create index adr_event_by_adr on adr_event (team_id, adr_id, id);
