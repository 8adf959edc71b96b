-- Which channel decided something for an archive last, however many decisions other archives have.
create index decision_by_archive on decision (team_id, archive, proposed_at desc);
