-- What was told on the reviews of others about the decisions that govern what they change, so that each gets one comment
-- and one check, which say something else only if that is different.
create table informed_review (
  team_id text not null,
  archive text not null,
  number integer not null,
  -- The forge's id of the comment. Null with `shown`: one was about to be made, and may be there.
  comment text,
  shown text,
  -- Somebody took the comment away.
  is_removed boolean not null default false,
  told_check text,
  primary key (team_id, archive, number)
);
