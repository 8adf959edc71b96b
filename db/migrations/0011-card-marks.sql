-- What is still to be done about a card: 'show' brings it up to date in Slack, 'judge' looks whether its rule closes the
-- vote now, 'compare' asks Slack for its reactions. How often each may be done is up to Slack, so a mark is no job: it
-- is made in the transaction of the change, stands once however many changes there are, and one loop takes those whose
-- turn it is. A mark that is taken stays until what it asks for is done; if its taker dies, it is free again when the
-- lease ends. What happens meanwhile renews it. Marks are work and no history: they are deleted when they are done.
create table card_mark (
  decision_id uuid not null references decision,
  task text not null check (task in ('show', 'judge', 'compare')),
  team_id text not null,
  -- 1: the vote closes; 2: somebody acted on the card; 3: everything else.
  urgency smallint not null check (urgency between 1 and 3),
  since timestamptz not null,
  not_before timestamptz not null default '-infinity',
  failures integer not null default 0,
  taken_by uuid,
  leased_until timestamptz,
  is_renewed boolean not null default false,
  primary key (decision_id, task)
) with (fillfactor = 50);

-- What waited as a job until now. Every open card is looked at once.
insert into card_mark (decision_id, task, team_id, urgency, since)
select id, 'show', team_id, 3, now() from decision where status = 'proposed';
do $$ begin
  if to_regclass('graphile_worker.jobs') is not null then
    insert into card_mark (decision_id, task, team_id, urgency, since)
    select decision.id, 'show', decision.team_id, 3, now()
    from graphile_worker.jobs
    join decision on jobs.key = 'refresh-card:' || decision.id
    where jobs.task_identifier = 'refresh-card'
    on conflict do nothing;
    perform graphile_worker.remove_job(key) from graphile_worker.jobs
    where task_identifier = 'refresh-card' and key is not null;
  end if;
end $$;
