-- The verdict at a horizon is shown again and again, and found by it.
create index referee_verdict_horizon on referee_verdict (horizon_id, id desc);
