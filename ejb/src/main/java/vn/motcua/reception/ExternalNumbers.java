package vn.motcua.reception;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import vn.motcua.database.Query;

/**
 * Numbers of a ministry's own software that were typed at the counter with the dossiers (mã hồ sơ
 * trên phần mềm của bộ, ngành). A number of a dossier that is decided here means nothing.
 */
final class ExternalNumbers {

  private static final int LONGEST = 100;

  private final Connection connection;
  private final int datasetId;

  ExternalNumbers(Connection connection, int datasetId) {
    this.connection = connection;
    this.datasetId = datasetId;
  }

  /** Null where none was typed, or the dossier is decided here. */
  static String of(PreparedDossier dossier) {
    String typed = dossier.entry().externalCode();
    return dossier.elsewhere().isEmpty() || typed.isEmpty() ? null : typed;
  }

  /**
   * What is wrong with them. Lets one transaction at a time work on a number, in the order of the
   * numbers, until it ends.
   */
  List<Finding> findings(List<PreparedDossier> dossiers) throws SQLException {
    Set<String> keys = new TreeSet<>();
    for (PreparedDossier dossier : dossiers) {
      if (of(dossier) != null) {
        keys.add(dossier.elsewhere() + " " + of(dossier).toUpperCase(Locale.ROOT));
      }
    }
    for (String key : keys) {
      Query.of(
              connection,
              "select pg_advisory_xact_lock(hashtextextended('external ' || ?, 0))",
              key)
          .first(row -> true);
    }
    List<Finding> findings = new ArrayList<>();
    Set<String> here = new HashSet<>();
    for (int i = 0; i < dossiers.size(); i++) {
      PreparedDossier dossier = dossiers.get(i);
      String number = of(dossier);
      if (number == null) {
        continue;
      }
      String path = "dossiers." + i + ".externalCode";
      if (number.length() > LONGEST) {
        findings.add(Finding.error(path, "external-code-long", LONGEST));
      } else if (!here.add(dossier.elsewhere() + " " + number.toUpperCase(Locale.ROOT))
          || taken(dossier.elsewhere(), number)) {
        findings.add(Finding.error(path, "external-code-taken", number, dossier.elsewhere()));
      }
    }
    return findings;
  }

  private boolean taken(String system, String number) throws SQLException {
    return Query.of(
            connection,
            """
            select 1 from external_dossier
            where dataset_id = ? and system = ? and upper(external_code) = upper(?)""",
            datasetId,
            system,
            number)
        .first(row -> true)
        .orElse(false);
  }
}
