package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a refusal says to people. */
class DossierFailureTest {

  private static final Locale VIETNAMESE = Locale.of("vi");

  @Test
  void namesTheStateAndTheStepInTheReadersLanguage() {
    DossierFailure refused =
        new DossierFailure.NotAllowed("H26-1", DossierState.FINISHED, TransitionKind.REATTRIBUTED);
    assertThat(refused.message(VIETNAMESE))
        .startsWith("Hồ sơ H26-1 đang ở trạng thái “đã có kết quả” nên không bàn giao được.");
    assertThat(refused.message(Locale.ENGLISH))
        .startsWith("Dossier H26-1 is finished: it is not possible to hand over it now.");
    assertThat(refused.code()).isEqualTo("dossier.not-allowed");
    assertThat(refused.httpStatus()).isEqualTo(409);
  }

  @ParameterizedTest
  @EnumSource(DossierState.class)
  void everyStateHasAWord(DossierState state) {
    for (Locale language : new Locale[] {VIETNAMESE, Locale.ENGLISH}) {
      assertThat(new DossierFailure.NotAllowed("X", state, TransitionKind.CLOSED).message(language))
          .doesNotContain(state.name());
    }
  }
}
