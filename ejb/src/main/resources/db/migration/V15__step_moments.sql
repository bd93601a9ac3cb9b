-- T2 asks which steps of a period were recorded, and with that visible, within a day.
create index dossier_transition_seen on dossier_transition (dataset_id, occurred_at)
  include (recorded_at);
