-- How often the deadline of the present round was made earlier than people had been told:
-- [{by, at, from, to, reason}].
alter table decision add column voting_shortenings json not null default '[]';
