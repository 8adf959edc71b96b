-- Cards are compared with Slack by marks now. Every open card is marked at each start.
do $$ begin
  if to_regclass('graphile_worker.jobs') is not null then
    perform graphile_worker.remove_job(key) from graphile_worker.jobs
    where task_identifier = 'reconcile' and key is not null;
  end if;
end $$;
