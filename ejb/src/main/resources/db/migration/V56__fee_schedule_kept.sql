-- A fee that a later decision replaces before or from its first day is kept, and holds no more.
alter table fee_schedule add column replaced_at timestamptz;
create trigger kept before delete on fee_schedule for each row execute function refuse_deletion();
