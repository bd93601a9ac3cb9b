-- What figures look for among many: the few pauses of the history, and the feedback about a dossier.
create index dossier_transition_paused on dossier_transition (dossier_id, sequence)
  where kind = 'PAUSED';
create index feedback_dossier on feedback (dossier_id) where dossier_id is not null;
