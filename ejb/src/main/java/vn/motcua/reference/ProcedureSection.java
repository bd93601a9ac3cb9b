package vn.motcua.reference;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Procedures. A later edition closes what it changes from its day on, and ends the procedures of
 * the same file that it no longer names. A row that is refused ends nothing.
 */
final class ProcedureSection implements ReferenceSection {

  @Override
  public List<String> columns() {
    return ProcedureEntry.COLUMNS;
  }

  @Override
  public void load(ReferenceFile file, Connection connection, Tally tally) throws SQLException {
    LocalDate from = file.effectiveFrom();
    Map<String, String> fieldNames = FieldSection.names(connection);
    ProcedureTable table = ProcedureTable.read(connection);
    Set<String> named = new HashSet<>();
    for (ReferenceRow row : file.rows()) {
      String code = row.text("code");
      if (!named.add(code)) {
        tally.refuse(row.line(), RefusalCode.REPEATED, code);
        continue;
      }
      try {
        take(ProcedureEntry.of(row, file.header(), fieldNames), row.line(), file, table, tally);
      } catch (BadCell e) {
        tally.refuse(List.of(e.at(row.line())));
      }
    }
    if (file.refusals().isEmpty()) {
      for (String code : table.openOf(file.name(), from)) {
        if (!named.contains(code)) {
          table.close(code, from);
          tally.ended();
        }
      }
    }
    table.write();
    FieldLevels.derive(connection);
  }

  private static void take(
      ProcedureEntry entry, int line, ReferenceFile file, ProcedureTable table, Tally tally) {
    LocalDate from = file.effectiveFrom();
    ProcedureTable.Latest latest = table.latest(entry.code());
    if (latest == null) {
      table.open(entry, from, file.name());
      tally.taken();
    } else if (latest.managed() || latest.open() && latest.says(entry)) {
      // What people approved in the catalogue is theirs from then on.
      tally.unchanged();
    } else if (latest.open() && latest.validFrom().equals(from)) {
      tally.refuse(line, RefusalCode.SAME_DAY_OTHER_CONTENT, entry.code());
    } else if (latest.begins().isAfter(from)) {
      tally.refuse(line, RefusalCode.OLDER_EDITION, entry.code(), latest.begins().toString());
    } else {
      if (latest.open()) {
        table.close(entry.code(), from);
      }
      table.open(entry, from, file.name());
      tally.taken();
    }
  }
}
