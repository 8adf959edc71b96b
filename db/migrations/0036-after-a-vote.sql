-- Who wants to go on discussing after a round of voting, and why; and the title that an answer gets in its record, where
-- the decision's own title asks something.
alter table decision
  add column voting_discussed_on json,
  add column outcome_title text;
