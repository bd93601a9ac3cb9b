-- The audit trail (nhật ký kiểm toán): who did what, and who was refused. Append-only.

create table audit_entry (
  id       bigint generated always as identity primary key,
  at       timestamptz not null,
  -- Empty: nobody was signed in, or the system itself acted.
  login    text        not null,
  roles    text[]      not null,
  -- The network address of the caller; empty where it is not known.
  address  text        not null default '',
  action   text        not null check (action <> ''),
  -- What it was done to, as "dossier 000.00.00.G01-261121-0001"; empty where it is no single thing.
  subject  text        not null,
  details  jsonb       not null default '{}',
  -- The transaction. Entries are sealed in this order: below the oldest open transaction nothing can
  -- still appear, which cannot be said of id.
  xid      xid8        not null default pg_current_xact_id()
);
create index audit_entry_order on audit_entry (xid, id);
create index audit_entry_subject on audit_entry (subject, id) where subject <> '';
create index audit_entry_login on audit_entry (login, id);

create trigger append_only before update or delete on audit_entry
  for each row execute function refuse_change();
create trigger append_only_truncate before truncate on audit_entry
  for each statement execute function refuse_change();

-- Seals (niêm phong): the entries of the transactions [from_xid, to_xid) and a digest of them and of
-- the seal before, so that nothing can be altered, removed or slipped in without breaking the chain.
create table audit_seal (
  id         bigint generated always as identity primary key,
  from_xid   xid8        not null unique,
  to_xid     xid8        not null,
  entries    bigint      not null,
  -- sha256(digest of the seal before || sha256 of each entry, in order)
  digest     bytea       not null,
  sealed_at  timestamptz not null,
  check (from_xid < to_xid)
);
create trigger append_only before update or delete on audit_seal
  for each row execute function refuse_change();
create trigger append_only_truncate before truncate on audit_seal
  for each statement execute function refuse_change();

-- What is digested of an entry: free of the session's zone and formats.
create function audit_digest(e audit_entry) returns bytea language sql stable as $$
  select sha256(convert_to(jsonb_build_array(
    e.id, extract(epoch from e.at), e.login, e.roles, e.address, e.action, e.subject, e.details,
    e.xid::text)::text, 'UTF8'))
$$;
