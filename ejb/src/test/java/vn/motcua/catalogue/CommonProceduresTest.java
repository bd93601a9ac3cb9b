package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.events.Channel.DIRECT;
import static vn.motcua.events.Channel.ONLINE;
import static vn.motcua.events.Channel.POST;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.motcua.events.Channel;
import vn.motcua.reference.LoadedDatabase;
import vn.motcua.reference.SharedData;

/** The procedures that were checked one by one. */
class CommonProceduresTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private final ProcedureCatalogue catalogue = new ProcedureCatalogue(LoadedDatabase.shared());

  @Test
  void thereAreFortySix() {
    assertThat(
            LoadedDatabase.value(
                LoadedDatabase.shared(), "select count(*) from procedure_version where common"))
        .isEqualTo("46");
    assertThat(SharedData.csv("procedures_seed.csv")).hasSize(46);
  }

  @TestFactory
  Stream<DynamicTest> everyRowAgreesWithTheSource() {
    return SharedData.csv("procedures_seed.csv").stream()
        .map(row -> DynamicTest.dynamicTest(row.get("ma_tthc"), () -> agrees(row)));
  }

  private void agrees(CSVRecord source) {
    ProcedureDetail ours = catalogue.find(source.get("ma_tthc"), TODAY);
    assertThat(ours.common()).isTrue();
    assertThat(ours.levels()).containsExactlyInAnyOrderElementsOf(levels(source.get("cap")));
    assertThat(ours.resultCode()).isEqualTo(source.get("ma_ket_qua"));
    assertThat(ours.competentAgency()).isNotEmpty();

    LimitUnit unit =
        source.get("don_vi").equals("ngay") ? LimitUnit.CALENDAR_DAYS : LimitUnit.WORKING_DAYS;
    int amount = Integer.parseInt(source.get("thoi_han"));
    assertThat(ours.limits())
        .as("general limit")
        .anyMatch(
            limit ->
                limit.amount() == amount && limit.unit() == unit && limit.appliesTo().isEmpty());
    assertThat(ours.limits()).allMatch(limit -> limit.unit() == unit);
    boolean sameDay = source.get("ghi_chu_thoi_han").startsWith("trong ngày");
    assertThat(ours.sameDay()).isEqualTo(sameDay ? Boolean.TRUE : null);

    String published = source.get("phi_le_phi_vnd");
    if (published.isEmpty()) {
      assertThat(ours.fees()).as("fee not known").isEmpty();
    } else if (!published.equals("0")) {
      assertThat(ours.fee(DIRECT))
          .hasValueSatisfying(fee -> assertThat(fee.amount()).isEqualTo(Long.parseLong(published)));
    } else if (source.get("ghi_chu_phi").equals("miễn")) {
      assertThat(ours.fee(DIRECT)).hasValueSatisfying(fee -> assertThat(fee.amount()).isZero());
    } else {
      assertThat(ours.fee(DIRECT)).as("0 may be a missing value").isEmpty();
    }
    if (source.get("do_tin").contains("limit") || source.get("do_tin").contains("likely")) {
      assertThat(List.of(ours.limitBasis(), ours.feeBasis()))
          .isNotEqualTo(List.of(Basis.PUBLISHED, Basis.PUBLISHED));
    }
  }

  private static List<GovernmentLevel> levels(String text) {
    Map<String, GovernmentLevel> names =
        Map.of(
            "bộ", GovernmentLevel.MINISTRY,
            "tỉnh", GovernmentLevel.PROVINCE,
            "xã", GovernmentLevel.COMMUNE,
            "khác", GovernmentLevel.OTHER);
    return Stream.of(text.split(";")).map(names::get).toList();
  }

  @Test
  void limitsMayDifferByChannel() {
    assertThat(days("1.012784", DIRECT)).isEqualTo(22);
    assertThat(days("1.012784", ONLINE)).isEqualTo(12);
    assertThat(days("1.012784", POST)).isEqualTo(12);
    assertThat(days("1.012753", DIRECT)).isEqualTo(20);
    assertThat(days("1.012753", ONLINE)).isEqualTo(17);
    assertThat(days("1.012753", POST)).isEqualTo(30);
    assertThat(days("1.012812", DIRECT)).isEqualTo(40);
    assertThat(catalogue.find("1.013831", TODAY).limit(POST)).as("doubtful").isEmpty();
  }

  @Test
  void limitsMayDifferByCase() {
    ProcedureDetail permit = catalogue.find("1.013225", TODAY);
    assertThat(permit.limit(DIRECT)).hasValueSatisfying(l -> assertThat(l.amount()).isEqualTo(20));
    assertThat(permit.limits())
        .contains(new ProcedureLimit(null, "Nhà ở riêng lẻ", 15, LimitUnit.CALENDAR_DAYS));
    assertThat(catalogue.find("1.009794", TODAY).limits())
        .extracting(ProcedureLimit::amount)
        .containsExactly(16, 12);
  }

  @Test
  void freeAndUnknownAreTwoThings() {
    assertThat(catalogue.find("1.001193", TODAY).fee(ONLINE))
        .hasValueSatisfying(fee -> assertThat(fee.amount()).isZero());
    assertThat(catalogue.find("1.004873", TODAY).fee(ONLINE)).isEmpty();
    ProcedureDetail death = catalogue.find("1.000656", TODAY);
    assertThat(death.fee(DIRECT)).as("free only when registered in time").isEmpty();
    assertThat(death.fees()).containsExactly(new ProcedureFee(null, "Đăng ký đúng hạn", 0));
    ProcedureDetail residence = catalogue.find("1.004222", TODAY);
    assertThat(residence.fee(DIRECT)).map(ProcedureFee::amount).contains(20_000L);
    assertThat(residence.fee(ONLINE)).map(ProcedureFee::amount).contains(10_000L);
    assertThat(residence.fee(POST)).isEmpty();
  }

  private int days(String code, Channel channel) {
    return catalogue.find(code, TODAY).limit(channel).orElseThrow().amount();
  }
}
