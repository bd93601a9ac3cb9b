package vn.motcua.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Phases of the roll-out. They are planned dates of the past and do not change. */
final class PhaseSection implements ReferenceSection {

  @Override
  public List<String> columns() {
    return List.of("phase", "name", "valid_from", "valid_to");
  }

  @Override
  public void load(ReferenceFile file, Connection connection, Tally tally) throws SQLException {
    for (ReferenceRow row : file.rows()) {
      try {
        take(row, connection, tally);
      } catch (BadCell e) {
        tally.refuse(List.of(e.at(row.line())));
      }
    }
  }

  private static void take(ReferenceRow row, Connection connection, Tally tally)
      throws BadCell, SQLException {
    String phase = row.required("phase");
    if (!phase.matches("[1-9]")) {
      throw BadCell.value("phase", phase);
    }
    row.required("valid_from");
    LocalDate validFrom = row.date("valid_from", null);
    LocalDate validTo = row.date("valid_to", LocalDate.MAX);
    if (!validFrom.isBefore(validTo)) {
      throw BadCell.value("valid_to", row.text("valid_to"));
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            with written as (
              insert into rollout_phase (dataset_id, phase, name, valid_from, valid_to)
              values (1, ?, ?, ?, ?) on conflict do nothing returning true)
            select exists (select 1 from written) as taken,
              exists (select 1 from rollout_phase where dataset_id = 1 and phase = ?
                and name = ? and valid_from = ? and valid_to = ?) as same
            """)) {
      for (int offset : new int[] {1, 5}) {
        statement.setInt(offset, Integer.parseInt(phase));
        statement.setString(offset + 1, row.required("name"));
        statement.setObject(offset + 2, validFrom);
        statement.setObject(offset + 3, validTo);
      }
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        if (result.getBoolean("taken")) {
          tally.taken();
        } else if (result.getBoolean("same")) {
          tally.unchanged();
        } else {
          tally.refuse(row.line(), RefusalCode.SAME_DAY_OTHER_CONTENT, phase);
        }
      }
    }
  }
}
