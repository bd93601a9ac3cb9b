-- Which branch answers for what happened at a body (chi nhánh chịu trách nhiệm): the branch itself, or
-- the nearest one above a point, a kiosk, a van or an agent's, in its version of that day. A place below no
-- branch stands for itself, as it does for what it receives; agencies and bodies that were not there on that
-- day have none.
create function answering_branch(body integer, on_day date) returns integer language sql stable as $$
  with recursive place as (
    select u.id, u.kind, u.parent_id, 0 as height
    from unit said
    join unit u on coalesce(u.lineage_id, u.id) = coalesce(said.lineage_id, said.id)
    where said.id = body and u.valid_from <= on_day and u.valid_to > on_day
      and u.kind in ('BRANCH', 'POINT', 'COMMUNE_POINT', 'KIOSK', 'VAN', 'AGENT')
    union all
    select u.id, u.kind, u.parent_id, p.height + 1
    from place p
    join unit above on above.id = p.parent_id
    join unit u on coalesce(u.lineage_id, u.id) = coalesce(above.lineage_id, above.id)
    where p.kind <> 'BRANCH' and p.height < 10 and u.valid_from <= on_day and u.valid_to > on_day
      and u.kind in ('BRANCH', 'POINT', 'COMMUNE_POINT', 'KIOSK', 'VAN', 'AGENT'))
  select id from place order by kind = 'BRANCH' desc, height limit 1
$$;
