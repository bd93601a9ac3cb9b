package vn.motcua.processing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
import vn.motcua.notice.Notice;
import vn.motcua.notice.NoticeRows;
import vn.motcua.payment.PaymentStanding;
import vn.motcua.satisfaction.RatingInvitations;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.WorkingTime;

/**
 * A dossier to be read (hồ sơ và diễn biến), by those of its agency and its branch, by leaders and
 * auditors. Who works on it sees persons plainly, and that is written to the audit trail; others
 * see initials.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DossierFile {

  private static final Role[] READERS = {
    Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR, Role.LEADER, Role.AUDITOR
  };

  /** A kept file. */
  public record Content(String name, String mediaType, byte[] bytes) {}

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @EJB private RatingInvitations invitations;
  @EJB private PaymentStanding payments;
  @Inject private InstantSource clock;
  @Inject private BundledCalendars calendars;

  public DossierFile() {}

  /** For use without a container. */
  DossierFile(
      DataSource database,
      Access access,
      AuditTrail trail,
      RatingInvitations invitations,
      PaymentStanding payments,
      InstantSource clock,
      BundledCalendars calendars) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.invitations = invitations;
    this.payments = payments;
    this.clock = clock;
    this.calendars = calendars;
  }

  /**
   * The dossier of a code.
   *
   * @param dataset code of the dataset; {@code hanoi} where none is given
   * @throws ProcessingFailure.UnknownDossier where there is none
   * @throws vn.motcua.identity.IdentityFailure.OutOfScope where it is another's
   */
  public DossierView open(String code, String dataset) {
    Account account = access.require(READERS);
    try (Connection connection = database.getConnection()) {
      Place place = place(connection, code, dataset);
      check(connection, place);
      boolean works = works(account);
      if (works) {
        trail.readPersonalData("dossier " + place.id(), "processing");
      }
      return view(connection, place, account, works);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The number by which the services know a dossier; 0 where there is none. It opens nothing: each
   * of them asks for the right.
   */
  public long id(String code, String dataset) {
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select d.id from dossier d join dataset s on s.id = d.dataset_id
              where s.code = ? and d.code = ?""",
              dataset == null || dataset.isBlank() ? "hanoi" : dataset,
              code == null ? "" : code.strip())
          .first(row -> row.getLong("id"))
          .orElse(0L);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A paper, result or proof of a return of a dossier. Reading one is written to the audit trail.
   *
   * @throws ProcessingFailure.UnknownDossier where the dossier has no such file
   */
  public Content content(String code, String dataset, UUID fileId) {
    access.require(Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR, Role.AUDITOR);
    try (Connection connection = database.getConnection()) {
      Place place = place(connection, code, dataset);
      check(connection, place);
      trail.readPersonalData("dossier " + place.id(), "file");
      return Query.of(
              connection,
              """
              select name, media_type, content from stored_file f
              where id = ? and (
                exists (select 1 from dossier_paper p
                        where p.dossier_id = ? and p.file_id = f.id)
                or exists (select 1 from result_document r
                           where r.dossier_id = ? and r.file_id = f.id)
                or exists (select 1 from return_proof r
                           where r.dossier_id = ? and r.file_id = f.id))""",
              fileId,
              place.id(),
              place.id(),
              place.id())
          .first(
              row ->
                  new Content(
                      row.getString("name"), row.getString("media_type"), row.getBytes("content")))
          .orElseThrow(() -> new ProcessingFailure.UnknownDossier(code));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The token of a dossier's rating link, for the tablet at the counter; empty where nobody was
   * invited or the rating was given. For the branch that hands over.
   */
  public Optional<String> ratingToken(String code, String dataset) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      Place place = place(connection, code, dataset);
      access.requireAt(place.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
      return invitations.open(place.id(), clock.instant());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What is still to be paid before the result may be handed over, in đồng; 0: nothing holds it
   * back. For the branch that hands over.
   */
  public long toPayFirst(String code, String dataset) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      Place place = place(connection, code, dataset);
      access.requireAt(place.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
      PaymentStanding.Standing money =
          payments.of(
              place.id(), calendars.ofCode(DueDateQuestion.CITY_CALENDAR).dateAt(clock.instant()));
      return money.mayReturn() ? 0 : money.outstanding();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private DossierView view(Connection connection, Place place, Account account, boolean works)
      throws SQLException {
    Instant now = clock.instant();
    WorkingTime time = new WorkingTime(calendars.ofCode(DueDateQuestion.CITY_CALENDAR));
    DossierRows rows = new DossierRows(connection, calendars.hours(), now);
    DossierView.Header header = rows.header(place.id(), works);
    List<DossierView.Request> requests = rows.requests(place.id());
    AffairRows beside = new AffairRows(connection, time, now);
    DossierAffairs affairs = beside.of(header);
    DossierCourse course =
        new CourseRows(connection, time, now, access.scope(), account.roles())
            .of(header.seen(), header.state());
    DossierElsewhere elsewhere =
        DossierElsewhere.of(connection, place.id())
            .map(
                found ->
                    found.followed(
                        header,
                        works
                            && new AllowedActions(place, access.scope(), account.roles())
                                .followsElsewhere(header)))
            .orElse(null);
    List<DossierView.Happening> story = new ArrayList<>(rows.story(place.id()));
    story.addAll(beside.happenings(place.id()));
    story.sort(Comparator.comparing(DossierView.Happening::at));
    return new DossierView(
        header,
        rows.steps(place.id()),
        story,
        rows.persons(place.id(), works),
        rows.papers(place.id()),
        requests,
        rows.results(place.id(), works),
        affairs,
        course,
        elsewhere,
        new NoticeRows(connection).of(place.id(), Notice.Audience.OFFICER),
        works
            ? actions(connection, place, header, requests, affairs, course, elsewhere, account)
            : EnumSet.noneOf(DossierAction.class));
  }

  private Set<DossierAction> actions(
      Connection connection,
      Place place,
      DossierView.Header header,
      List<DossierView.Request> requests,
      DossierAffairs affairs,
      DossierCourse course,
      DossierElsewhere elsewhere,
      Account account)
      throws SQLException {
    AllowedActions.Standing standing =
        Query.of(
                connection,
                """
                select not exists (
                  select 1 from internal_step n
                  where n.process_id = i.process_id and n.position > t.position
                    and not (n.place = 'BRANCH' and n.position =
                      (select max(position) from internal_step where process_id = i.process_id)))
                  as ends,
                  not exists (select 1 from dossier_task b where b.dossier_id = t.dossier_id
                    and b.position < t.position and b.completed_at is not null
                    and not b.abandoned) as begins
                from dossier_task t left join dossier_intake i on i.dossier_id = t.dossier_id
                where t.dossier_id = ? and t.completed_at is null and t.kind = 'MAIN'""",
                place.id())
            .first(
                row ->
                    new AllowedActions.Standing(row.getBoolean("ends"), row.getBoolean("begins")))
            .orElse(new AllowedActions.Standing(true, true));
    AllowedActions allowed = new AllowedActions(place, access.scope(), account.roles());
    Set<DossierAction> actions = allowed.of(header, requests, affairs, course, standing);
    return elsewhere == null ? actions : AllowedActions.elsewhere(actions);
  }

  private static boolean works(Account account) {
    return account.roles().contains(Role.CLERK)
        || account.roles().contains(Role.OFFICER)
        || account.roles().contains(Role.BRANCH_DIRECTOR);
  }

  /** A body has a part in the dossier also by a step or an opinion that was its own. */
  private void check(Connection connection, Place place) throws SQLException {
    Scope scope = access.scope();
    boolean own =
        scope.includes(place.unitId())
            || scope.includes(place.branchId())
            || scope.includes(place.taskUnitId())
            || Query.of(
                    connection,
                    "select distinct unit_id from dossier_task where dossier_id = ?",
                    place.id())
                .list(row -> row.getInt("unit_id"))
                .stream()
                .anyMatch(scope::includes);
    if (!own) {
      access.requireAt(place.branchId(), READERS);
    }
  }

  private Place place(Connection connection, String code, String dataset) throws SQLException {
    return Place.ofCode(connection, access.scope(), code, dataset);
  }
}
