package vn.motcua.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.world.CityWorld;

/** Thresholds with their days on a real PostgreSQL; Friday 20 November 2026. */
class ThresholdsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate LATER = LocalDate.of(2026, 12, 1);

  private final CityWorld city = new CityWorld();
  private final Thresholds thresholds =
      new Thresholds(city.database, city.access, city.trail, city.clock);

  @BeforeEach
  void signIn() {
    city.signIn("quantri");
  }

  @Test
  void a_change_holds_from_its_day_on_and_is_in_the_journal() {
    change(ThresholdTable.ALERT, "DUE_SOON", "0", 960, LATER);
    assertThat(rules("DUE_SOON"))
        .isEqualTo("480 t 50 2000-01-01 2026-12-01, 960 t 50 2026-12-01 infinity");
    change(ThresholdTable.ALERT, "DUE_SOON", "0", 720, LATER);
    assertThat(rules("DUE_SOON"))
        .as("set anew for the same day")
        .isEqualTo("480 t 50 2000-01-01 2026-12-01, 720 t 50 2026-12-01 infinity");
    change(ThresholdTable.ALERT, "DUE_SOON", "0", 600, TODAY);
    assertThat(rules("DUE_SOON"))
        .as("between two")
        .isEqualTo(
            "480 t 50 2000-01-01 2026-11-20, 600 t 50 2026-11-20 2026-12-01,"
                + " 720 t 50 2026-12-01 infinity");
    assertThat(city.call(thresholds::list))
        .filteredOn(one -> one.kind().equals("DUE_SOON") && one.table() == ThresholdTable.ALERT)
        .extracting(Threshold::value)
        .containsExactly(600, 720);
    assertThat(city.call(thresholds::journal))
        .extracting(one -> one.former() + " " + one.value() + " " + one.from() + one.changedBy())
        .containsExactly(
            "480 600 2026-11-20quantri", "960 720 2026-12-01quantri", "480 960 2026-12-01quantri");
    assertThat(city.value("select count(*) from audit_entry where action = 'threshold.change'"))
        .isEqualTo("3");
  }

  @Test
  void a_procedure_may_have_its_own() {
    own(960, LATER);
    assertThat(rules("DUE_SOON"))
        .isEqualTo("480 t 50 2000-01-01 infinity, 960 t 50 2026-12-01 infinity");
    own(720, TODAY);
    own(600, LATER);
    assertThat(rules("DUE_SOON"))
        .isEqualTo(
            "480 t 50 2000-01-01 infinity, 720 t 50 2026-11-20 2026-12-01,"
                + " 600 t 50 2026-12-01 infinity");
    assertThat(city.call(thresholds::list))
        .filteredOn(one -> one.procedure().equals(CityWorld.BIRTH))
        .extracting(Threshold::value)
        .containsExactly(720, 600);
    assertThat(city.value("select count(*) from threshold_change")).isEqualTo("3");
    assertThatThrownBy(
            () -> city.run(() -> thresholds.changeFor("9.999", "DUE_SOON", 60, LATER, "QĐ 1/2026")))
        .isInstanceOf(ThresholdFailure.NoProcedure.class);
  }

  @Test
  void a_procedures_own_may_end_and_the_general_one_holds_again() {
    assertThatThrownBy(() -> end(LATER)).isInstanceOf(ThresholdFailure.NoneOfItsOwn.class);
    own(960, TODAY);
    own(720, LATER);
    assertThatThrownBy(() -> end(LATER)).isInstanceOf(ThresholdFailure.EndsBeforeItBegins.class);
    assertThatThrownBy(() -> end(TODAY.minusDays(1))).isInstanceOf(ThresholdFailure.PastDay.class);
    assertThatThrownBy(() -> end(null)).isInstanceOf(ThresholdFailure.PastDay.class);
    assertThatThrownBy(
            () -> city.run(() -> thresholds.endFor(CityWorld.BIRTH, "DUE_SOON", LATER, " ")))
        .isInstanceOf(ThresholdFailure.NoBasis.class);
    assertThatThrownBy(
            () -> city.run(() -> thresholds.endFor("9.999", "DUE_SOON", LATER, "QĐ 2/2026")))
        .isInstanceOf(ThresholdFailure.NoProcedure.class);
    LocalDate after = LATER.plusMonths(1);
    end(after);
    assertThat(rules("DUE_SOON"))
        .isEqualTo(
            "480 t 50 2000-01-01 infinity, 960 t 50 2026-11-20 2026-12-01,"
                + " 720 t 50 2026-12-01 2027-01-01");
    assertThat(city.call(thresholds::journal).getFirst())
        .extracting(
            ThresholdChange::procedure,
            ThresholdChange::former,
            ThresholdChange::value,
            ThresholdChange::from,
            ThresholdChange::ended)
        .containsExactly(CityWorld.BIRTH, 720, 480, after, true);
    assertThat(city.value("select count(*) from audit_entry where action = 'threshold.end'"))
        .isEqualTo("1");
    end(after.minusDays(7));
    assertThat(rules("DUE_SOON")).as("earlier than said before").endsWith("2026-12-25");
    assertThatThrownBy(() -> end(after)).isInstanceOf(ThresholdFailure.NoneOfItsOwn.class);
    own(600, after);
    assertThat(rules("DUE_SOON"))
        .as("and anew, after a time without")
        .isEqualTo(
            "480 t 50 2000-01-01 infinity, 960 t 50 2026-11-20 2026-12-01,"
                + " 720 t 50 2026-12-01 2026-12-25, 600 t 50 2027-01-01 infinity");
    city.signIn("khanh");
    assertThatThrownBy(() -> end(LATER)).isInstanceOf(IdentityFailure.NotAllowed.class);
  }

  private void end(LocalDate from) {
    city.run(() -> thresholds.endFor(CityWorld.BIRTH, "DUE_SOON", from, "QĐ 2/2026 (thử)"));
  }

  private void own(int value, LocalDate from) {
    city.run(
        () -> thresholds.changeFor(CityWorld.BIRTH, "DUE_SOON", value, from, "QĐ 1/2026 (thử)"));
  }

  @Test
  void levels_stay_in_order() {
    assertThatThrownBy(() -> change(ThresholdTable.OVERLOAD, "QUEUE", "BUSY", 31, LATER))
        .isInstanceOf(ThresholdFailure.OutOfOrder.class);
    assertThatThrownBy(() -> change(ThresholdTable.ESCALATION, "OVERDUE", "CENTRE", 60, LATER))
        .isInstanceOf(ThresholdFailure.OutOfOrder.class);
    assertThat(city.value("select count(*) from threshold_change")).isEqualTo("0");
    assertThat(city.value("select count(*) from overload_level")).isEqualTo("6");
    change(ThresholdTable.OVERLOAD, "QUEUE", "OVERLOADED", 40, LATER);
    change(ThresholdTable.OVERLOAD, "QUEUE", "BUSY", 31, LATER);
    change(ThresholdTable.ESCALATION, "OVERDUE", "HEAD", 60, TODAY);
    assertThat(city.call(thresholds::list))
        .filteredOn(one -> one.table() == ThresholdTable.OVERLOAD && one.kind().equals("QUEUE"))
        .extracting(one -> one.part() + " " + one.value())
        .containsExactly("BUSY 15", "BUSY 31", "OVERLOADED 30", "OVERLOADED 40");
  }

  @Test
  void what_makes_no_sense_is_refused() {
    assertThatThrownBy(() -> change(ThresholdTable.ALERT, "DUE_SOON", "0", 0, LATER))
        .isInstanceOf(ThresholdFailure.BadValue.class);
    assertThatThrownBy(() -> change(ThresholdTable.ALERT, "DUE_SOON", "0", null, LATER))
        .isInstanceOf(ThresholdFailure.BadValue.class);
    assertThatThrownBy(() -> change(ThresholdTable.ALERT, "DUE_SOON", "0", 60, TODAY.minusDays(1)))
        .isInstanceOf(ThresholdFailure.PastDay.class);
    assertThatThrownBy(() -> change(ThresholdTable.ALERT, "OVERDUE", "0", 60, LATER))
        .isInstanceOf(ThresholdFailure.Unknown.class);
    assertThatThrownBy(() -> change(null, "OVERDUE", "0", 60, LATER))
        .isInstanceOf(ThresholdFailure.Unknown.class);
    assertThatThrownBy(
            () ->
                city.run(
                    () -> thresholds.change(ThresholdTable.ALERT, "DUE_SOON", "0", 60, LATER, " ")))
        .isInstanceOf(ThresholdFailure.NoBasis.class);
    city.signIn("khanh");
    assertThatThrownBy(() -> change(ThresholdTable.ALERT, "DUE_SOON", "0", 60, LATER))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
    assertThatThrownBy(() -> city.call(thresholds::list))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
  }

  private void change(
      ThresholdTable table, String kind, String part, Integer value, LocalDate from) {
    city.run(() -> thresholds.change(table, kind, part, value, from, "QĐ 1/2026 (thử)"));
  }

  private String rules(String kind) {
    return city.value(
        "select string_agg(concat_ws(' ', minutes, working, not_before_percent, valid_from,"
            + " valid_to), ', ' order by valid_from) from alert_rule where kind = '%s'",
        kind);
  }
}
