/**
 * Hand-over slips (phiếu bàn giao) between the one-stop and the agencies, by scan of the dossier
 * codes, and moves of open dossiers between bodies by signed list.
 */
package vn.motcua.handover;
