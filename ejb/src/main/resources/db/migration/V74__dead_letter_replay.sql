-- Records that were set aside can be sent once more after a fix (gửi lại): the relay then sends all
-- entries of the dossier again, marked, and the stream counts that dossier anew.
alter table dead_letter
  -- Whose entry it was, by the record's key; null where the key is none of ours.
  add column dossier_id           bigint,
  add column replay_requested_at  timestamptz,
  add column replay_requested_by  text,
  -- When the relay had sent the dossier's entries again. What is refused again is a new row.
  add column replayed_at          timestamptz,
  add check (replayed_at is null or replay_requested_at is not null);

create index dead_letter_to_replay on dead_letter (dossier_id)
  where replay_requested_at is not null and replayed_at is null;
