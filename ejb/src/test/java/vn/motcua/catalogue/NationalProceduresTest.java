package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.reference.LoadedDatabase.value;
import static vn.motcua.reference.SharedData.plain;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import vn.motcua.reference.LoadedDatabase;
import vn.motcua.reference.SharedData;

/** Our file against the portal's, read independently. */
class NationalProceduresTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private final DataSource database = LoadedDatabase.shared();

  @Test
  void everyUsableEntryIsThereAndNoOther() throws SQLException {
    List<CSVRecord> portal = SharedData.csv("vietnam/tthc/tthc_2642.csv");
    TreeSet<String> usable = new TreeSet<>();
    for (CSVRecord entry : portal) {
      if (entry.get("code").equals(entry.get("page_code"))) {
        usable.add(entry.get("code"));
      }
    }
    assertThat(portal).hasSize(2642);
    assertThat(usable).hasSize(2625);
    assertThat(codes()).isEqualTo(usable);
  }

  @Test
  void namesAndLevelsAreThePortals() throws SQLException {
    Map<String, String> levels =
        Map.of(
            "Cấp bộ", "MINISTRY",
            "Cấp tỉnh", "PROVINCE",
            "Cấp xã", "COMMUNE",
            "Cơ quan khác", "OTHER");
    Map<String, CSVRecord> portal = usable();
    int[] compared = new int[1];
    rows(
        "select code, name, common, array_to_string(levels, ',') as levels"
            + " from procedure p join procedure_version v on v.procedure_id = p.id",
        ours -> {
          CSVRecord entry = portal.get(ours.getString("code"));
          assertThat(ours.getString("name"))
              .isEqualTo(plain(entry.get("name")).replaceAll("\\.+$", "").strip());
          if (!ours.getBoolean("common")) {
            assertThat(ours.getString("levels").split(","))
                .as(ours.getString("code"))
                .containsExactlyInAnyOrder(
                    Stream.of(entry.get("level").split(","))
                        .map(String::strip)
                        .map(levels::get)
                        .toArray(String[]::new));
            compared[0]++;
          }
        });
    assertThat(compared[0]).isEqualTo(2579);
  }

  /** Some of what the portal says is left out as uncertain, but nothing is made up. */
  @Test
  void everyLimitIsOneThatThePortalPublishes() throws SQLException {
    Map<String, String> units =
        Map.of(
            "working_days", " Ngày làm việc",
            "calendar_days", " Ngày",
            "months", " Tháng");
    Map<String, String> columns =
        Map.of("DIRECT", "time_direct", "ONLINE", "time_online", "POST", "time_post");
    Map<String, CSVRecord> portal = usable();
    int[] compared = new int[1];
    rows(
        "select code, channel, applies_to, amount, unit from procedure p"
            + " join procedure_version v on v.procedure_id = p.id"
            + " join procedure_limit l on l.version_id = v.id where not common",
        ours -> {
          CSVRecord entry = portal.get(ours.getString("code"));
          String published = plain(entry.get(columns.get(ours.getString("channel"))));
          assertThat(ours.getInt("amount") + units.get(ours.getString("unit")))
              .as(ours.getString("code"))
              .isEqualTo(published);
          assertThat(ours.getString("applies_to")).isEmpty();
          compared[0]++;
        });
    assertThat(compared[0]).isEqualTo(5136);
  }

  @Test
  void freeIsNeverTakenFromThePortalsDefault() {
    String free =
        "select count(*) from procedure_fee f join procedure_version v on v.id = f.version_id"
            + " where f.amount = 0 and not v.common";
    assertThat(value(database, free)).isEqualTo("0");
    String known =
        "select count(distinct f.version_id) from procedure_fee f"
            + " join procedure_version v on v.id = f.version_id where not v.common";
    assertThat(value(database, known)).isEqualTo("212");
    ProcedureDetail portalSaysFree = new ProcedureCatalogue(database).find("1.008510", TODAY);
    assertThat(portalSaysFree.fees()).isEmpty();
    assertThat(portalSaysFree.fee(vn.motcua.events.Channel.DIRECT)).isEmpty();
  }

  private static Map<String, CSVRecord> usable() {
    return SharedData.csv("vietnam/tthc/tthc_2642.csv").stream()
        .filter(entry -> entry.get("code").equals(entry.get("page_code")))
        .collect(Collectors.toMap(entry -> entry.get("code"), entry -> entry));
  }

  private TreeSet<String> codes() throws SQLException {
    TreeSet<String> codes = new TreeSet<>();
    rows("select code from procedure where dataset_id = 1", row -> codes.add(row.getString(1)));
    return codes;
  }

  @FunctionalInterface
  private interface EachRow {
    void take(ResultSet row) throws SQLException;
  }

  private void rows(String sql, EachRow each) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        each.take(row);
      }
    }
  }
}
