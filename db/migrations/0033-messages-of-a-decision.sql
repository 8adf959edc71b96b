-- The messages in the thread of a decision: some say how it stands, and are changed in Slack when that changes.
create index message_by_decision on message (team_id, decision_id) where decision_id is not null;
