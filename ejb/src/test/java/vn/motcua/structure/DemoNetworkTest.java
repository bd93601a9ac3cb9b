package vn.motcua.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.reference.LoadedDatabase.value;

import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.motcua.organisation.UnitKind;
import vn.motcua.reference.LoadedDatabase;

/** The demo's kiosk, van and agent: dated, marked as invented, closed where the demo is off. */
class DemoNetworkTest {

  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final DataSource database = LoadedDatabase.fresh();

  @Test
  void thePlacesAreInTheDatedTreeAndAgainChangesNothing() {
    apply(true);
    String before = everything();
    apply(true);
    assertThat(everything()).isEqualTo(before);
    OrganisationChanges changes = new OrganisationChanges(database, null, null, () -> NOW);
    assertThat(changes.tree(TODAY))
        .filteredOn(one -> "cn-tay-ho".equals(one.parent()))
        .extracting(TreeNode::kind)
        .contains(UnitKind.KIOSK, UnitKind.VAN, UnitKind.AGENT, UnitKind.COMMUNE_POINT);
    assertThat(changes.tree(TODAY))
        .extracting(TreeNode::name)
        .contains("Ki-ốt tự phục vụ 657 Lạc Long Quân")
        .doesNotContain("Ki-ốt tự phục vụ số 1");
    assertThat(changes.tree(LocalDate.of(2026, 3, 31)))
        .extracting(TreeNode::name)
        .contains("Ki-ốt tự phục vụ số 1");
    assertThat(changes.tree(LocalDate.of(2025, 3, 31)))
        .extracting(TreeNode::kind)
        .doesNotContain(UnitKind.KIOSK);
    assertThat(
            value(
                database,
                "select count(distinct coalesce(lineage_id, id)) from unit"
                    + " where code = 'ki-ot-tay-ho-1'"))
        .as("one body in two versions")
        .isEqualTo("1");
  }

  @Test
  void theAgentHasVolumesNormsAndAcceptance() {
    apply(true);
    assertThat(
            value(
                database,
                """
                select count(*) || ' ' || count(accepted) || ' ' || min(norm)
                from service_work w join unit u on u.id = w.unit_id where u.kind = 'AGENT'"""))
        .isEqualTo("6 4 8000");
  }

  @Test
  void withoutTheDemoTheyAreClosedAndWithItOpenedAgain() {
    apply(false);
    assertThat(open()).isEqualTo("0");
    apply(true);
    assertThat(open()).isEqualTo("4");
    apply(false);
    assertThat(open()).isEqualTo("0");
    assertThat(value(database, "select count(*) from unit where note = 'Dữ liệu mẫu'"))
        .as("nothing is deleted")
        .isEqualTo("5");
    apply(true);
    assertThat(open()).isEqualTo("4");
  }

  private void apply(boolean demo) {
    new DemoNetwork(database, () -> NOW, demo).apply();
  }

  private String open() {
    return value(
        database, "select count(*) from unit where note = 'Dữ liệu mẫu' and valid_to = 'infinity'");
  }

  private String everything() {
    return value(database, "select md5(string_agg(u::text, '' order by id)) from unit u")
        + value(database, "select count(*) from service_work");
  }
}
