-- The first day of a dataset is asked for whenever figures are asked for without a period.
create index dossier_received on dossier (dataset_id, received_at);
