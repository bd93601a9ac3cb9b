package vn.motcua.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.ProcedureSheet;
import vn.motcua.catalogue.SheetNames;

/** Nobody reads a code where a name or a question stands behind it. */
class SheetCodesTest {

  private static final ProcedureSheet SHEET =
      new ProcedureSheet(
          Map.of(
              "questions", "uy-quyen | Có người được ủy quyền không? | Is somebody authorised?"));

  private final SheetCodes codes = codes(false);

  @Test
  void aFieldAndABeneficiaryAreToldByTheirNames() {
    assertThat(codes.fact("field", "ho-tich")).isEqualTo("Hộ tịch");
    assertThat(codes.fact("field", "khac")).as("unknown: as it is").isEqualTo("khac");
    assertThat(codes.fact("decision", "ho-tich")).isEqualTo("ho-tich");
    assertThat(codes.part("fees", 3, "mau")).isEqualTo("Tài khoản mẫu");
    assertThat(codes.part("fees", 2, "8000")).isEqualTo("8000");
  }

  @Test
  void aConditionIsToldByItsQuestion() {
    assertThat(codes.part("components", 5, "uy-quyen=yes"))
        .isEqualTo("Có người được ủy quyền không? – có");
    assertThat(codes(true).part("components", 5, "uy-quyen=no"))
        .isEqualTo("Is somebody authorised? – không");
    assertThat(codes.part("components", 5, "khac=yes")).isEqualTo("khac=yes");
    assertThat(codes.part("components", 5, "")).isEmpty();
    assertThat(codes.part("components", 2, "yes")).isEqualTo("có");
  }

  private static SheetCodes codes(boolean english) {
    return new SheetCodes(
        SHEET,
        new SheetNames(Map.of("ho-tich", "Hộ tịch"), Map.of("mau", "Tài khoản mẫu")),
        word -> Map.of("yes", "có", "no", "không").getOrDefault(word, word),
        english);
  }
}
