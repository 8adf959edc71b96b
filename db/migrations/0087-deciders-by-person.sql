-- What waits for somebody is found among their own rows, however many votes are open and however many people vote.
create index decider_person on decider (team_id, user_id, decision_id, round);
