-- The demo day lives in a dataset of its own, but its bodies, fields and procedures are the city's.
alter table dataset add column reference_id integer references dataset;
