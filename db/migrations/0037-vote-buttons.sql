-- Whether cards in a channel have buttons to vote with, besides reactions, by whom it was set and when. The latest row
-- counts, and none is deleted. It applies to votes that open from then on, so a decision keeps what its round has.
create table vote_button_setting (
  team_id text not null,
  channel_id text not null,
  id bigint generated always as identity,
  has_buttons boolean not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (team_id, channel_id, id)
);

alter table decision add column voting_has_buttons boolean not null default false;

-- For a ballot from a button: whether Slack listed the same person's reaction with the option's emoji when the list was
-- last compared. Such a ballot depends on no reaction, but a later reaction replaces it. Null for any other ballot.
alter table ballot add column button text check (button in ('not compared', 'listed', 'not listed'));
