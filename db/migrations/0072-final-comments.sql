-- A rule can ask for final comments on an option that has won, before it is accepted. No rule did so far.
update decision set rule = rule || '{"finalCommentMinutes": 0}'::jsonb;

-- The option that they are about, when they began, and how often they began anew.
alter table decision add column voting_final_comments json;
