-- Nobody reads rows of dossiers by unit and due moment: the worklists read the dossiers themselves,
-- the board by class. What nobody reads is not kept up to date with each row.
drop index dossier_fact_unit;
