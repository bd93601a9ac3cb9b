package vn.motcua.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.motcua.reference.SharedData.plain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import vn.motcua.reference.LoadedDatabase;
import vn.motcua.reference.SharedData;

class OrganisationDirectoryTest {

  private static final LocalDate LAST_OLD_DAY = LocalDate.of(2025, 6, 30);
  private static final LocalDate FIRST_NEW_DAY = LocalDate.of(2025, 7, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private final OrganisationDirectory directory =
      new OrganisationDirectory(LoadedDatabase.shared());

  @Test
  void theCityHas51WardsAnd75Communes() {
    Map<String, Long> byDesignation =
        directory.units(UnitKind.COMMUNE, TODAY).stream()
            .collect(Collectors.groupingBy(UnitDetail::designation, Collectors.counting()));
    assertThat(byDesignation).isEqualTo(Map.of("phường", 51L, "xã", 75L));
    assertThat(directory.units(UnitKind.DISTRICT, TODAY)).isEmpty();
  }

  @Test
  void communesAreTheOfficialOnesAndLieInTheirBounds() {
    Map<String, CSVRecord> official = new TreeMap<>();
    SharedData.csv("vietnam/admin/hanoi_new_units_2025-07-01_126.csv")
        .forEach(row -> official.put(row.get("code"), row));
    List<UnitDetail> ours = directory.units(UnitKind.COMMUNE, FIRST_NEW_DAY);
    assertThat(ours).extracting(UnitDetail::code).containsExactlyElementsOf(official.keySet());
    for (UnitDetail commune : ours) {
      CSVRecord row = official.get(commune.code());
      assertThat(commune.name()).isEqualTo(plain(row.get("full_name")));
      assertThat(commune.latitude()).isBetween(number(row, "min_lat"), number(row, "max_lat"));
      assertThat(commune.longitude()).isBetween(number(row, "min_lon"), number(row, "max_lon"));
      assertThat(commune.validFrom()).isEqualTo(FIRST_NEW_DAY);
      assertThat(commune.validTo()).isNull();
    }
  }

  @Test
  void thereWere579CommunesThen526() {
    assertThat(directory.units(UnitKind.COMMUNE, LocalDate.of(2024, 12, 31)))
        .extracting(u -> u.code() + u.name())
        .containsExactlyInAnyOrderElementsOf(old("hanoi_old_communes_2024-09-01_579.csv"))
        .hasSize(579);
    assertThat(directory.units(UnitKind.COMMUNE, LocalDate.of(2025, 1, 1)))
        .extracting(u -> u.code() + u.name())
        .containsExactlyInAnyOrderElementsOf(old("hanoi_old_communes_2025-03-01_526.csv"))
        .hasSize(526);
    assertThat(directory.units(UnitKind.COMMUNE, LAST_OLD_DAY)).hasSize(526);
    assertThat(directory.units(UnitKind.DISTRICT, LAST_OLD_DAY)).hasSize(30);
  }

  @Test
  void everyCodeOfTodayWasAnotherBodyBefore() {
    int renamed = 0;
    for (UnitDetail commune : directory.units(UnitKind.COMMUNE, TODAY)) {
      UnitDetail former = directory.unit(commune.code(), LAST_OLD_DAY);
      assertThat(former.bodyId()).isNotEqualTo(commune.bodyId());
      assertThat(former.validTo()).isEqualTo(FIRST_NEW_DAY);
      if (!former.name().equals(commune.name())) {
        renamed++;
      }
    }
    assertThat(renamed).isEqualTo(103);
    assertThat(directory.unit("00004", LAST_OLD_DAY).name()).isEqualTo("Phường Trúc Bạch");
    assertThat(directory.unit("00004", FIRST_NEW_DAY).name()).isEqualTo("Phường Ba Đình");
  }

  @Test
  void everyFormerCommuneHasSuccessors() {
    Map<String, List<String>> official = new TreeMap<>();
    for (CSVRecord row : SharedData.csv("vietnam/admin/hanoi_map_old_to_new_2025-07-01.csv")) {
      official
          .computeIfAbsent(row.get("old_code"), code -> new ArrayList<>())
          .add(row.get("new_code"));
    }
    assertThat(official).hasSize(526);
    official.forEach(
        (code, successors) ->
            assertThat(directory.successors(code, LAST_OLD_DAY))
                .extracting(UnitDetail::code)
                .containsExactlyInAnyOrderElementsOf(successors));
    assertThat(directory.successors("00004", TODAY)).as("it lasts").isEmpty();
  }

  @Test
  void branchesComeInPhases() {
    assertThat(directory.units(UnitKind.BRANCH, LocalDate.of(2024, 11, 30))).isEmpty();
    assertThat(directory.units(UnitKind.BRANCH, LocalDate.of(2024, 12, 1)))
        .extracting(UnitDetail::name, UnitDetail::phase)
        .containsExactly(tuple("Chi nhánh Cầu Giấy", 1), tuple("Chi nhánh Tây Hồ", 1));
    assertThat(directory.units(UnitKind.BRANCH, LocalDate.of(2025, 4, 1))).hasSize(12);
    assertThat(directory.units(UnitKind.BRANCH, TODAY))
        .hasSize(12)
        .allSatisfy(branch -> assertThat(branch.parentCode()).isEqualTo("ttphvhcc"));
    UnitDetail pilot = directory.unit("cn-cau-giay", LocalDate.of(2025, 3, 31));
    UnitDetail grown = directory.unit("cn-cau-giay", LocalDate.of(2025, 4, 1));
    assertThat(grown.name()).isEqualTo("Chi nhánh Cầu Giấy – Thanh Xuân");
    assertThat(grown.bodyId()).isEqualTo(pilot.bodyId());
    assertThat(
            LoadedDatabase.value(
                LoadedDatabase.shared(),
                "select string_agg(phase || ' ' || valid_from, ', ' order by phase)"
                    + " from rollout_phase"))
        .isEqualTo("1 2024-12-01, 2 2025-04-01, 3 2025-07-01");
  }

  @Test
  void theBranchesServeTheWholeCityAndNoAreaTwice() {
    Map<String, Integer> expected =
        SharedData.csv("hanoi_126_units.csv").stream()
            .collect(
                Collectors.toMap(
                    row -> "Chi nhánh " + plain(row.get("chi_nhanh_KH29_suy_doan")),
                    row -> 1,
                    Integer::sum));
    Set<String> served = new HashSet<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (UnitDetail branch : directory.units(UnitKind.BRANCH, TODAY)) {
      for (ServedArea area : directory.served(branch.code(), TODAY)) {
        assertThat(area.inferred()).isTrue();
        assertThat(served.add(area.area().code())).isTrue();
        counts.merge(branch.name(), 1, Integer::sum);
      }
    }
    assertThat(served).hasSize(126);
    assertThat(counts).isEqualTo(new TreeMap<>(expected));

    Set<String> districts = new HashSet<>();
    for (UnitDetail branch : directory.units(UnitKind.BRANCH, LAST_OLD_DAY)) {
      for (ServedArea area : directory.served(branch.code(), LAST_OLD_DAY)) {
        assertThat(area.inferred()).isFalse();
        assertThat(districts.add(area.area().name())).isTrue();
      }
    }
    assertThat(districts).hasSize(30);
    assertThat(directory.served("cn-dong-da", LAST_OLD_DAY))
        .extracting(area -> area.area().name())
        .containsExactlyInAnyOrder("Quận Đống Đa", "Quận Hoàn Kiếm", "Quận Ba Đình");
  }

  @Test
  void pagesFollowWithoutGap() {
    List<String> codes = new ArrayList<>();
    UnitPage page = directory.units(null, TODAY, null, 50);
    codes.addAll(page.items().stream().map(UnitDetail::code).toList());
    while (page.next() != null) {
      page = directory.units(null, TODAY, page.next(), 50);
      codes.addAll(page.items().stream().map(UnitDetail::code).toList());
    }
    assertThat(codes).doesNotHaveDuplicates().hasSize(126 + 12 + 3 + 1 + 14);
    assertThatThrownBy(() -> directory.units(null, TODAY, null, 1001))
        .isInstanceOf(OrganisationFailure.BadPageSize.class);
  }

  @Test
  void anUnknownCodeIsRefusedWithItsDay() {
    assertThatThrownBy(() -> directory.unit("00001", TODAY))
        .isInstanceOfSatisfying(
            OrganisationFailure.UnknownUnit.class,
            failure ->
                assertThat(failure.message(java.util.Locale.ROOT))
                    .contains("00001")
                    .contains("2026-11-20"));
    assertThat(directory.unit("00001", LAST_OLD_DAY).name()).isEqualTo("Phường Phúc Xá");
  }

  private static List<String> old(String file) {
    return SharedData.csv("vietnam/admin/" + file).stream()
        .map(row -> row.get("code") + plain(row.get("full_name")))
        .toList();
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
