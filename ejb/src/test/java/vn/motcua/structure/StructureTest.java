package vn.motcua.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.reference.LoadedDatabase.execute;
import static vn.motcua.reference.LoadedDatabase.value;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.TestPeople;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.identity.Role;
import vn.motcua.organisation.OrganisationDirectory;
import vn.motcua.organisation.UnitKind;
import vn.motcua.processing.TestTransactions;
import vn.motcua.reference.LoadedDatabase;
import vn.motcua.reference.ReferenceLoader;

/** Changing the real organisation by date. */
class StructureTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate FROM = LocalDate.of(2026, 12, 1);

  private final DataSource database = LoadedDatabase.fresh();
  private final TestPeople people = new TestPeople(database);
  private final OrganisationDirectory directory = new OrganisationDirectory(database);
  private final OrganisationChanges changes =
      new OrganisationChanges(database, people.access(), people.trail(), () -> people.now);
  private final StaffChanges staff =
      new StaffChanges(database, people.access(), people.trail(), () -> people.now);

  StructureTest() {
    people.caller = "quantri";
  }

  private TreeNode node(String code, LocalDate on) {
    return changes.tree(on).stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElse(null);
  }

  @Test
  void theTreeIsThatOfTheDay() {
    assertThat(changes.tree(TODAY).getFirst().kind()).isEqualTo(UnitKind.CENTRE);
    assertThat(changes.tree(TODAY)).filteredOn(one -> one.kind() == UnitKind.BRANCH).hasSize(12);
    assertThat(changes.tree(LocalDate.of(2025, 1, 15)))
        .filteredOn(one -> one.kind() == UnitKind.BRANCH)
        .as("the two pilots of phase 1")
        .hasSize(2);
    assertThat(changes.phases()).hasSize(3);
    assertThat(changes.transitions()).anyMatch(one -> one.former().contains("sở"));
  }

  @Test
  void aBodyIsSetUpRenamedMovedAndClosedFromADayOn() {
    changes.add(
        UnitKind.KIOSK, "kiosk-1", "Ki-ốt số 1", "cn-tay-ho", "258 Võ Chí Công", FROM, "QĐ 1");
    assertThat(node("kiosk-1", TODAY)).isNull();
    assertThat(node("kiosk-1", FROM).parent()).isEqualTo("cn-tay-ho");
    changes.rename("kiosk-1", "Ki-ốt Võ Chí Công", "", FROM.plusDays(10), "QĐ 2");
    changes.move("kiosk-1", "cn-cau-giay", FROM.plusDays(20), "QĐ 3");
    changes.close("kiosk-1", FROM.plusDays(30), "QĐ 4");

    assertThat(node("kiosk-1", FROM).name()).isEqualTo("Ki-ốt số 1");
    assertThat(node("kiosk-1", FROM.plusDays(15)).name()).isEqualTo("Ki-ốt Võ Chí Công");
    assertThat(node("kiosk-1", FROM.plusDays(25)).parent()).isEqualTo("cn-cau-giay");
    assertThat(node("kiosk-1", FROM.plusDays(30))).isNull();
    assertThat(
            value(
                database,
                "select count(distinct coalesce(lineage_id, id)) || ' ' || count(*)"
                    + " from unit where code = 'kiosk-1'"))
        .as("one body in three versions")
        .isEqualTo("1 3");
    assertThat(value(database, "select string_agg(action, ' ' order by id) from audit_entry"))
        .isEqualTo("organisation.add organisation.rename organisation.move organisation.close");
  }

  @Test
  void aRenamedBranchKeepsItsPeopleAndTheFilesLeaveItAlone() {
    int body = directory.unit("cn-tay-ho", TODAY).bodyId();
    changes.rename("cn-tay-ho", "Chi nhánh số 1", "", FROM, "QĐ");
    assertThat(directory.unit("cn-tay-ho", FROM).bodyId()).isEqualTo(body);
    assertThat(directory.unit("cn-tay-ho", TODAY).name()).isNotEqualTo("Chi nhánh số 1");
    assertThat(directory.versionsWithin(java.util.Set.of(body)))
        .contains(directory.unit("cn-tay-ho", FROM).id());
    new ReferenceLoader(database, () -> people.now).load();
    assertThat(directory.unit("cn-tay-ho", FROM).name()).isEqualTo("Chi nhánh số 1");
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> changes.rename("cn-tay-ho", "x", "", TODAY, "QĐ"))
        .isInstanceOf(StructureFailure.PastDay.class);
    assertThatThrownBy(() -> changes.move("ttphvhcc", "cn-tay-ho", FROM, "QĐ"))
        .isInstanceOf(StructureFailure.Circle.class);
    assertThatThrownBy(() -> changes.close("ttphvhcc", FROM, "QĐ"))
        .isInstanceOf(StructureFailure.StillUsed.class);
    assertThatThrownBy(
            () -> changes.add(UnitKind.VAN, "cn-tay-ho", "Xe", "ttphvhcc", "", FROM, "QĐ"))
        .isInstanceOf(StructureFailure.CodeTaken.class);
    assertThatThrownBy(() -> changes.add(UnitKind.COMMUNE, "x-1", "Xã", "ttphvhcc", "", FROM, "QĐ"))
        .isInstanceOf(StructureFailure.Missing.class);
    people.caller = "giamdoc";
    assertThatThrownBy(() -> changes.close("cn-tay-ho", FROM, "QĐ"))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
  }

  @Test
  void aBranchHasOneDirectorAndAtMostTwoDeputies() {
    staff.appoint("cn-tay-ho", "giamdoc", true, FROM, null, "QĐ");
    assertThatThrownBy(() -> staff.appoint("cn-tay-ho", "lanhdao", true, FROM, null, "QĐ"))
        .isInstanceOf(StructureFailure.PostTaken.class);
    staff.appoint("cn-tay-ho", "lanhdao", false, FROM, FROM.plusDays(9), "QĐ");
    staff.appoint("cn-tay-ho", "quantri", false, FROM, null, "QĐ");
    assertThatThrownBy(() -> staff.appoint("cn-tay-ho", "tiepnhan", false, FROM, null, "QĐ"))
        .isInstanceOf(StructureFailure.PostTaken.class);
    staff.appoint("cn-tay-ho", "tiepnhan", false, FROM.plusDays(10), null, "QĐ");
    assertThat(node("cn-tay-ho", FROM).leaders()).hasSize(3);
    assertThat(node("cn-tay-ho", TODAY).leaders()).isEmpty();
  }

  @Test
  void deputiesWhoFollowEachOtherAreNotCountedTogether() {
    staff.appoint("cn-tay-ho", "lanhdao", false, FROM, FROM.plusDays(9), "QĐ");
    staff.appoint("cn-tay-ho", "quantri", false, FROM.plusDays(10), FROM.plusDays(19), "QĐ");
    staff.appoint("cn-tay-ho", "tiepnhan", false, FROM, null, "QĐ");
    assertThatThrownBy(
            () -> staff.appoint("cn-tay-ho", "giamdoc", false, FROM.plusDays(15), null, "QĐ"))
        .isInstanceOf(StructureFailure.PostTaken.class);
    staff.appoint("cn-tay-ho", "giamdoc", false, FROM.plusDays(20), null, "QĐ");
  }

  @Test
  void twoWhoAppointAtTheSameTimeDoNotGiveTwoDirectors() throws Exception {
    TestTransactions transactions = new TestTransactions(database);
    StaffChanges together =
        new StaffChanges(
            transactions.database(), people.access(), people.trail(), () -> people.now);
    CompletableFuture<Void> first = new CompletableFuture<>();
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> second =
          other.submit(
              () -> {
                first.orTimeout(1, TimeUnit.MINUTES).join();
                transactions.run(
                    () -> together.appoint("cn-tay-ho", "lanhdao", true, FROM, null, "QĐ"));
              });
      transactions.run(
          () -> {
            together.appoint("cn-tay-ho", "giamdoc", true, FROM, null, "QĐ");
            first.complete(null);
            while (!second.isDone() && !isSomebodyWaiting()) {
              Thread.onSpinWait();
            }
          });
      assertThatThrownBy(second::get).hasCauseInstanceOf(StructureFailure.PostTaken.class);
    }
    assertThat(value(database, "select count(*) from unit_post where post = 'DIRECTOR'"))
        .isEqualTo("1");
  }

  private boolean isSomebodyWaiting() {
    return !"0"
        .equals(
            value(
                database,
                "select count(*) from pg_stat_activity"
                    + " where datname = current_database() and wait_event_type = 'Lock'"));
  }

  @Test
  void contractLabourReceivesNothingByWhateverWay() throws Exception {
    assertThatThrownBy(() -> staff.kind("tiepnhan", StaffChanges.Kind.CONTRACT))
        .isInstanceOf(StructureFailure.KindRefuses.class);
    execute(database, "update staff set kind = 'CONTRACT' where full_name = 'Người tiepnhan'");
    people.caller = "tiepnhan";
    assertThatThrownBy(() -> people.access().require(Role.CLERK))
        .as("Access looks at the kind")
        .isInstanceOf(IdentityFailure.NotAllowed.class);
    assertThatThrownBy(
            () ->
                execute(
                    database,
                    "insert into account_role select id, 'OFFICER' from account"
                        + " where login = 'tiepnhan'"))
        .as("and so does whoever gives a role")
        .hasMessageContaining("kind of staff");
    people.caller = "quantri";
    assertThat(staff.peopleCount()).isEqualTo(staff.people().size()).isPositive();
    staff.kind("giamdoc", StaffChanges.Kind.PUBLIC_EMPLOYEE);
    assertThatThrownBy(() -> staff.kind("giamdoc", StaffChanges.Kind.POST_STAFF))
        .isInstanceOf(StructureFailure.KindRefuses.class);
  }

  @Test
  void aSubstituteHasTheRightsOfTheAbsentForTheTermOnly() {
    staff.substitute("giamdoc", "tiepnhan", TODAY, TODAY.plusDays(4), "nghỉ phép");
    people.caller = "tiepnhan";
    assertThat(people.access().current().roles())
        .containsExactlyInAnyOrder(Role.CLERK, Role.BRANCH_DIRECTOR);
    people.now = people.now.plusSeconds(5 * 86_400);
    assertThat(people.access().current().roles()).containsExactly(Role.CLERK);
    people.caller = "quantri";
    assertThatThrownBy(() -> staff.substitute("giamdoc", "giamdoc", FROM, FROM.plusDays(1), "x"))
        .isInstanceOf(StructureFailure.BadTerm.class);
    assertThatThrownBy(() -> staff.substitute("giamdoc", "tiepnhan", FROM, FROM.plusMonths(7), "x"))
        .isInstanceOf(StructureFailure.BadTerm.class);
    assertThat(
            value(database, "select count(*) from audit_entry where action = 'staff.substitute'"))
        .isEqualTo("1");
  }

  @Test
  void aSecondedPersonWorksThereForTheTerm() throws Exception {
    execute(database, "update account set whole_city = false where login = 'tiepnhan'");
    int there = directory.unit("cn-tay-ho", TODAY).id();
    people.caller = "tiepnhan";
    assertThatThrownBy(() -> people.access().requireAt(there, Role.CLERK))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    people.caller = "quantri";
    staff.second("tiepnhan", "cn-tay-ho", TODAY, TODAY.plusMonths(12), "QĐ biệt phái");
    people.caller = "tiepnhan";
    assertThat(people.access().requireAt(there, Role.CLERK).login()).isEqualTo("tiepnhan");
    people.now = people.now.plusSeconds(400L * 86_400);
    assertThatThrownBy(() -> people.access().requireAt(there, Role.CLERK))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
  }

  @Test
  void workOfACompanyIsAcceptedBySomebodyElseOnce() {
    ServiceCompanies companies =
        new ServiceCompanies(database, people.access(), people.trail(), () -> people.now);
    int branch = directory.unit("cn-tay-ho", TODAY).bodyId();
    int company = companies.add("Bưu điện thành phố", true, "HĐ 1", TODAY);
    YearMonth month = YearMonth.of(2026, 10);
    companies.record(branch, company, month, ServiceCompanies.Activity.RETURN, 90, 5_000);
    companies.record(branch, company, month, ServiceCompanies.Activity.RETURN, 100, 5_000);
    ServiceCompanies.Work work = companies.work().getFirst();
    assertThat(work.volume()).isEqualTo(100);
    assertThatThrownBy(() -> companies.accept(work.id(), work.seen(), 100, ""))
        .as("by who recorded it")
        .isInstanceOf(StructureFailure.NotAcceptable.class);
    people.caller = "lanhdao";
    assertThatThrownBy(() -> companies.accept(work.id(), work.seen(), 101, ""))
        .isInstanceOf(StructureFailure.NotAcceptable.class);
    companies.accept(work.id(), work.seen(), 98, "thiếu 2");
    assertThat(companies.work().getFirst().amount()).isEqualTo(98 * 5_000);
    people.caller = "quantri";
    assertThatThrownBy(
            () ->
                companies.record(
                    branch, company, month, ServiceCompanies.Activity.RETURN, 1, 5_000))
        .isInstanceOf(StructureFailure.NotAcceptable.class);
  }
}
