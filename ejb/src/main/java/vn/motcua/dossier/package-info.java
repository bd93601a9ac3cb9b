/**
 * Dossiers (hồ sơ): one aggregate, one door. Every change goes through {@link
 * vn.motcua.dossier.DossierService}, which checks the transition, writes the history and records
 * the log entry in one transaction.
 */
package vn.motcua.dossier;
