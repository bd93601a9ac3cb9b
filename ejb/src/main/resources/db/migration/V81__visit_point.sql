-- Where a visit was received within its branch (điểm tiếp nhận, ki-ốt, xe lưu động, đại lý). The branch
-- answers for it, numbers it and has it in its figures; null: at the branch itself.
alter table visit add column point_id integer references unit;
