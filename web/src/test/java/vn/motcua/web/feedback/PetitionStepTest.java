package vn.motcua.web.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.motcua.feedback.Petition;
import vn.motcua.feedback.PetitionKind;

/** Nobody is offered what the service refuses. */
class PetitionStepTest {

  private static final Instant AT = Instant.parse("2026-11-17T03:00:00Z");

  @Test
  void theOfficeIsOfferedWhatComesNext() {
    assertThat(offered("REPORTER", petition(PetitionKind.COMPLAINT, null, null, null)))
        .containsExactly(PetitionStep.REVEAL, PetitionStep.ROUTE);
    assertThat(offered("REPORTER", petition(PetitionKind.COMPLAINT, AT, null, null)))
        .containsExactly(PetitionStep.REVEAL, PetitionStep.SETTLE);
    assertThat(offered("REPORTER", petition(PetitionKind.COMPLAINT, AT, "UPHELD", null)))
        .containsExactly(PetitionStep.REVEAL, PetitionStep.PUBLISH);
    assertThat(offered("REPORTER", petition(PetitionKind.COMPLAINT, AT, "UPHELD", AT)))
        .containsExactly(PetitionStep.REVEAL);
  }

  @Test
  void whoDenouncedIsForSupervisionAlone() {
    Petition secret = petition(PetitionKind.DENUNCIATION, null, null, null);
    assertThat(offered("REPORTER", secret)).containsExactly(PetitionStep.ROUTE);
    assertThat(offered("AUDITOR", secret)).containsExactly(PetitionStep.REVEAL, PetitionStep.ROUTE);
  }

  @Test
  void aLeaderReadsAndDoesNothing() {
    assertThat(offered("LEADER", petition(PetitionKind.COMPLAINT, null, null, null))).isEmpty();
    assertThat(offered("LEADER", petition(PetitionKind.COMPLAINT, AT, "UPHELD", null))).isEmpty();
  }

  private static List<PetitionStep> offered(String role, Petition one) {
    return Stream.of(PetitionStep.values())
        .filter(step -> step.isOffered(one, role::equals))
        .toList();
  }

  private static Petition petition(
      PetitionKind kind, Instant routedAt, String outcome, Instant publishedAt) {
    return new Petition(
        1,
        "KN26-00001",
        kind,
        AT,
        "Chi nhánh",
        "Về thái độ",
        "Phường",
        true,
        LocalDate.of(2026, 11, 16),
        AT,
        routedAt,
        routedAt == null ? "" : "Chủ tịch",
        "",
        routedAt,
        outcome,
        "",
        publishedAt,
        "",
        null);
  }
}
