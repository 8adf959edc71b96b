-- What somebody proposed and is on its way into git: little, beside everything that they ever proposed.
create index decision_on_its_way on decision (team_id, proposer_id) where status <> 'proposed' and not is_published;
