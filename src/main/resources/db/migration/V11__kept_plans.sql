-- plans of runs that were applied are deleted after a while too
DROP INDEX run_plan_expires;

CREATE INDEX run_plan_expires ON run (directory, dry_run, ended_at) WHERE plan_deleted_at IS NULL;
