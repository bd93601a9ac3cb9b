package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.payment.AssessmentService;
import vn.motcua.payment.PaymentStanding;
import vn.motcua.satisfaction.RatingInvitations;
import vn.motcua.world.CityWorld;

/**
 * Whose account covers only a place below a branch (điểm, ki-ốt, xe lưu động) works on what that
 * place received, from its page to its return, and on nothing else of the branch.
 */
class PointScopeTest {

  private final CityWorld city = new CityWorld();
  private final DossierFile file =
      new DossierFile(
          city.database,
          city.access,
          city.trail,
          new RatingInvitations(city.database, new SecureRandom()),
          new PaymentStanding(city.database),
          city.clock,
          CityWorld.CALENDARS);
  private final Worklist worklist =
      new Worklist(city.database, city.access, city.clock, CityWorld.CALENDARS);
  private final AssessmentService fees =
      new AssessmentService(city.database, city.access, city.trail, city.clock);
  private final FormService forms =
      new FormService(city.database, city.access, city.trail, city.clock);

  private String atVan;
  private String atKiosk;
  private String atBranch;

  @BeforeEach
  void places() {
    city.places();
    atVan = received("van-thu", 1);
    atKiosk = received("kiosk-thu", 2);
    atBranch = received("cn-tay-ho", 3);
  }

  @Test
  void whatTheOwnPlaceReceivedIsOpenedAndListed() {
    city.signIn("xe");
    DossierView view = file.open(atVan, null);
    assertThat(view.persons())
        .as("whoever works on it sees persons plainly")
        .anyMatch(person -> !person.nationalId().isEmpty());
    assertThat(view.actions())
        .contains(DossierAction.REQUEST_SUPPLEMENT, DossierAction.WITHDRAW)
        .doesNotContain(DossierAction.REOPEN, DossierAction.CORRECT_ENTRY);
    assertThat(fees.open(atVan, null)).isNotNull();
    assertThat(forms.print(atVan, null, "06", 0).pdf()).isNotEmpty();

    waitAtTheBranch();
    assertThat(listed()).containsExactly(atVan);
    assertThat(worklist.counts(WorklistFilter.all()).all()).isEqualTo(1);
    assertThat(worklist.choices(WorklistFilter.all()).procedures()).hasSize(1);
    city.signIn("lan");
    assertThat(listed()).as("the branch has them all").contains(atVan, atKiosk, atBranch);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kiosk", "branch"})
  void whatAnotherPlaceReceivedStaysClosed(String other) {
    String code = "kiosk".equals(other) ? atKiosk : atBranch;
    city.signIn("xe");
    assertThatThrownBy(() -> file.open(code, null)).isInstanceOf(IdentityFailure.OutOfScope.class);
    assertThatThrownBy(() -> fees.open(code, null)).isInstanceOf(IdentityFailure.OutOfScope.class);
    assertThatThrownBy(() -> forms.print(code, null, "06", 0))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    waitAtTheBranch();
    assertThat(listed()).doesNotContain(code);
  }

  @Test
  void whatMovedToAnotherBranchIsNoLongerThePlaces() {
    city.execute(
        "update dossier set branch_id = (select id from unit where code = 'cn-cau-giay'"
            + " and valid_to = 'infinity') where code = '"
            + atVan
            + "'");
    city.signIn("xe");
    assertThatThrownBy(() -> file.open(atVan, null)).isInstanceOf(IdentityFailure.OutOfScope.class);
  }

  /** Steps of the clerks, as a result that waits to be handed over. */
  private void waitAtTheBranch() {
    city.execute(
        "update dossier_task t set unit_id = d.branch_id, role = 'CLERK' from dossier d"
            + " where d.id = t.dossier_id and t.completed_at is null");
  }

  private List<String> listed() {
    return worklist.page(WorklistFilter.all(), null, 50).lines().stream()
        .map(WorklistLine::code)
        .toList();
  }

  private String received(String place, int person) {
    return city.receivedAt(place, city.person(person)).code();
  }
}
