package vn.motcua.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.motcua.reference.LoadedDatabase.CLOCK;
import static vn.motcua.reference.LoadedDatabase.value;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.motcua.database.TestDatabase;

class ReferenceLoaderTest {

  private static final List<String> TABLES =
      List.of(
          "unit",
          "field",
          "procedure",
          "procedure_version",
          "procedure_limit",
          "procedure_fee",
          "rollout_phase",
          "service_area",
          "unit_successor",
          "province_competence",
          "agency_identifier",
          "procedure_question",
          "procedure_component",
          "internal_process",
          "internal_step");

  @Test
  void takesEveryRowOfEveryFile() {
    List<FileReport> reports = new ReferenceLoader(TestDatabase.fresh(), CLOCK).load();

    assertThat(reports)
        .extracting(FileReport::file, FileReport::taken, FileReport::unchanged, FileReport::ended)
        .containsExactly(
            tuple("organisation.csv", 31, 0, 0),
            tuple("communes-before-2025-07.csv", 642, 0, 0),
            tuple("communes.csv", 126, 0, 0),
            tuple("commune-successors.csv", 796, 0, 0),
            tuple("rollout-phases.csv", 3, 0, 0),
            tuple("branch-network.csv", 156, 0, 0),
            tuple("fields.csv", 138, 0, 0),
            tuple("procedures-common.csv", 46, 0, 0),
            tuple("procedures-national.csv", 2579, 0, 0),
            tuple("province-competence.csv", 96, 0, 0),
            tuple("agency-identifiers.csv", 141, 0, 0),
            tuple("procedure-questions.csv", 112, 0, 0),
            tuple("procedure-components.csv", 196, 0, 0),
            tuple("internal-processes.csv", 10, 0, 0));
    assertThat(reports).allSatisfy(report -> assertThat(report.refusals()).isEmpty());
  }

  @Test
  void loadingAgainChangesNoRow() {
    DataSource database = LoadedDatabase.fresh();
    String before = content(database);

    List<FileReport> again = new ReferenceLoader(database, CLOCK).load();

    assertThat(content(database)).isEqualTo(before);
    assertThat(again)
        .allSatisfy(
            report -> {
              assertThat(report.taken()).isZero();
              assertThat(report.ended()).isZero();
              assertThat(report.refusals()).isEmpty();
            });
    assertThat(again.stream().mapToInt(FileReport::unchanged).sum()).isEqualTo(5072);
    assertThat(value(database, "select count(*) from reference_load")).isEqualTo("28");
  }

  @Test
  void twoNodesMayLoadAtOnce() throws Exception {
    DataSource database = TestDatabase.fresh();
    try (var nodes = java.util.concurrent.Executors.newFixedThreadPool(2)) {
      var loads =
          Stream.generate(() -> nodes.submit(() -> new ReferenceLoader(database, CLOCK).load()))
              .limit(2)
              .toList();
      for (var load : loads) {
        assertThat(load.get()).allSatisfy(r -> assertThat(r.refusals()).isEmpty());
      }
    }
    assertThat(value(database, "select count(*) from procedure_version")).isEqualTo("2625");
  }

  /** A digest of all rows of all tables, whatever their order. */
  private static String content(DataSource database) {
    return TABLES.stream()
        .map(
            table ->
                table
                    + value(
                        database,
                        "select count(*) || md5(string_agg(r, '' order by r)) from (select"
                            + " t::text as r from "
                            + table
                            + " t) x"))
        .collect(Collectors.joining("\n"));
  }
}
