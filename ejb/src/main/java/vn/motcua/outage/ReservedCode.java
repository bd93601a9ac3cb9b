package vn.motcua.outage;

import java.time.LocalDate;

/**
 * A code on the list.
 *
 * @param used it became a dossier
 */
public record ReservedCode(String code, String agency, LocalDate day, boolean used) {}
