-- Records of the log that the stream could not count (bản ghi bị để riêng), written by the stream in
-- the transaction of the position that covers them. The record itself lies in the topic of dead
-- letters, or where it was read. Nothing personal: reasons name kinds and moments only.
create table dead_letter (
  generation  integer     not null,
  topic       text        not null,
  partition   integer     not null,
  position    bigint      not null,
  reason      text        not null,
  seen_at     timestamptz not null default clock_timestamp(),
  primary key (generation, topic, partition, position)
);
