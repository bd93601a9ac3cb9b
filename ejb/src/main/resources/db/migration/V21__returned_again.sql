-- A result that was put right after it had been handed over is handed over again: both are kept.
alter table result_return add column number smallint not null default 1 check (number > 0);
alter table result_return drop constraint result_return_pkey;
alter table result_return add primary key (dossier_id, number);
