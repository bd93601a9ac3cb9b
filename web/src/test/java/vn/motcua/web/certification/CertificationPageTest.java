package vn.motcua.web.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.motcua.certification.Book;
import vn.motcua.certification.Certification;

/** Where a press leads: to what this press certified, not to the branch's latest. */
class CertificationPageTest {

  @Test
  void theSheetAfterAPressNamesTheVisitThatWasCertified() {
    assertThat(CertificationPage.afterwards(made(71), 12, 34, "Quầy 1"))
        .isEqualTo("/certification?done=71&branch=12&agency=34&counter=Qu%E1%BA%A7y+1");
    assertThat(CertificationPage.afterwards(made(72), 12, 34, ""))
        .isEqualTo("/certification?done=72&branch=12&agency=34&counter=");
  }

  private static Certification made(long visit) {
    return new Certification(
        Book.COPY,
        1,
        "1/2026-SCT/BS",
        "UBND phường",
        Instant.parse("2026-11-20T03:00:00Z"),
        "Trần Văn B",
        "Bằng",
        1,
        1,
        2_000,
        "Lan",
        "H26.1-261120-0001",
        "",
        visit,
        false);
  }
}
