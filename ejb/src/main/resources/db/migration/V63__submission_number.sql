-- The number by which people speak of a submission: the sender's own where it is short enough to be
-- read out; of one that is a machine's (as a UUID) a number of ours, from the id that it keeps.
create function submission_number(id bigint, submitted_at timestamptz, external_id text)
returns text language sql stable as $$
  select case
    when external_id ~* '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' or length(external_id) > 30
    then 'NT-' || to_char(submitted_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY') || '-'
      || lpad(id::text, greatest(6, length(id::text)), '0')
    else external_id end
$$;
