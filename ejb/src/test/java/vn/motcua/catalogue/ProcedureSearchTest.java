package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.reference.LoadedDatabase;

class ProcedureSearchTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private final ProcedureCatalogue catalogue = new ProcedureCatalogue(LoadedDatabase.shared());

  @ParameterizedTest
  @CsvSource({
    "dang ky khai sinh, 1.001193",
    "Đăng ký khai sinh, 1.001193",
    "ĐĂNG KÝ  KHAI SINH, 1.001193",
    "giay phep xay dung, 1.013225",
    "giấy phép xây dựng mới, 1.013225",
    "dat dai hoa giai, 1.012812",
    "doi giay phep lai xe, 3.000347",
    "1.004222, 1.004222",
    "thuong tru, 1.004222"
  })
  void findsWithOrWithoutMarks(String words, String expected) {
    assertThat(codes(catalogue.search(words, 5, TODAY, null))).as(words).contains(expected);
  }

  @Test
  void thePlainBirthRegistrationComesFirst() {
    assertThat(catalogue.search("dang ky khai sinh", 5, TODAY, null).items().getFirst().code())
        .isEqualTo("1.001193");
  }

  @Test
  void allTopHitsForBuildingPermitsAreBuildingPermits() {
    assertThat(catalogue.search("giay phep xay dung", 5, TODAY, null).items())
        .allSatisfy(
            hit -> {
              assertThat(hit.common()).isTrue();
              assertThat(hit.name()).containsIgnoringCase("giấy phép xây dựng");
            });
  }

  @Test
  void foldsTheLettersWithAStroke() {
    assertThat(LoadedDatabase.value(LoadedDatabase.shared(), "select fold('Đường đi ĐẶNG Ưu ố')"))
        .isEqualTo("duong di dang uu o");
    assertThat(codes(catalogue.search("dat dai", 100, TODAY, null)))
        .isNotEmpty()
        .isEqualTo(codes(catalogue.search("đất đai", 100, TODAY, null)));
  }

  @Test
  void decomposedInputFindsTheSame() {
    String decomposed = Normalizer.normalize("đăng ký kết hôn", Normalizer.Form.NFD);
    assertThat(codes(catalogue.search(decomposed, 10, TODAY, null)))
        .isEqualTo(codes(catalogue.search("đăng ký kết hôn", 10, TODAY, null)))
        .contains("1.000894");
  }

  @Test
  void pagesFollowWithoutGapOrRepetition() {
    List<String> paged = new ArrayList<>();
    String after = null;
    do {
      ProcedurePage page = catalogue.search("cap lai", 7, TODAY, after);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(7);
      paged.addAll(codes(page));
      after = page.next();
    } while (after != null);
    String all =
        LoadedDatabase.value(
            LoadedDatabase.shared(),
            "select count(*) from procedure_version where search_text like '%cap%'"
                + " and search_text like '%lai%'");
    assertThat(paged).doesNotHaveDuplicates().hasSize(Integer.parseInt(all));
    assertThat(paged.size()).isGreaterThan(100);
  }

  @Test
  void everyProcedureIsFoundByItsOwnNameWithoutMarks() {
    List<String> codes = new ArrayList<>();
    ProcedurePage page = new ProcedurePage(List.of(), "");
    for (int i = 0; i < 3; i++) {
      page = catalogue.search("", 100, TODAY, page.next());
      for (ProcedureSummary item : page.items()) {
        String plain =
            Normalizer.normalize(item.name(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
        assertThat(codes(catalogue.search(plain, 20, TODAY, null))).contains(item.code());
        codes.add(item.code());
      }
    }
    assertThat(codes).hasSize(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "\\", "zzzz", "'; drop table procedure; --"})
  void signsOfTheDatabaseMeanNothing(String words) {
    assertThat(catalogue.search(words, 10, TODAY, null).items())
        .allSatisfy(hit -> assertThat(hit.name().toLowerCase(Locale.ROOT)).contains(words));
  }

  @Test
  void nothingIsKnownBeforeTheFirstEdition() {
    assertThat(catalogue.search("khai sinh", 10, LocalDate.of(2025, 6, 30), null).items())
        .isEmpty();
    assertThatThrownBy(() -> catalogue.find("1.001193", LocalDate.of(2025, 6, 30)))
        .isInstanceOfSatisfying(
            CatalogueFailure.UnknownProcedure.class,
            failure -> {
              assertThat(failure.httpStatus()).isEqualTo(404);
              assertThat(failure.message(Locale.ROOT))
                  .isEqualTo(
                      "Không có thủ tục mã “1.001193” có hiệu lực vào ngày 2025-06-30."
                          + " Hãy kiểm tra mã, hoặc chọn ngày khác.");
              assertThat(failure.message(Locale.ENGLISH)).startsWith("No procedure");
            });
  }

  @Test
  void foreignMarksAndSizesAreRefused() {
    assertThatThrownBy(() -> catalogue.search("", 10, TODAY, "1;drop"))
        .isInstanceOf(CatalogueFailure.BadCursor.class);
    assertThatThrownBy(() -> catalogue.search("", 0, TODAY, null))
        .isInstanceOf(CatalogueFailure.BadPageSize.class);
    assertThatThrownBy(() -> catalogue.search("", 101, TODAY, null))
        .isInstanceOf(CatalogueFailure.BadPageSize.class);
  }

  private static List<String> codes(ProcedurePage page) {
    return page.items().stream().map(ProcedureSummary::code).toList();
  }
}
