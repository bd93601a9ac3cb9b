package vn.motcua.catalogue;

import java.util.List;

/**
 * A procedure as a list shows it.
 *
 * @param shortName how people call it; empty where only the official name is known
 * @param agency who decides, or who performs where only that is published; may be empty
 * @param common among those that citizens ask for most
 */
public record ProcedureSummary(
    String code,
    String name,
    String shortName,
    String fieldCode,
    String fieldName,
    List<GovernmentLevel> levels,
    String agency,
    boolean common) {}
