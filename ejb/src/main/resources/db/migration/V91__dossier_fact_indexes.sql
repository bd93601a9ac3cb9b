-- Nobody reads rows of dossiers by unit and due moment: the worklists read the dossiers themselves,
-- the board by class. An index that is only written cost a quarter of each new row.
drop index dossier_fact_unit;
