package vn.motcua.calendar;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.dossier.DossierService;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.CityHours;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.UnitHours;

/**
 * Hours of bodies on top of the city's calendar (giờ làm việc của đơn vị: lunch, Saturday desks):
 * drafted by a branch, previewed with the open dossiers and steps they move, applied by the Centre
 * in one transaction or not at all, journaled, told to applicants and officers. What counts by
 * which hours is written at {@link CityHours}.
 */
@Stateless
public class UnitHoursChanges {

  private static final String CITY = DueDateQuestion.CITY_CALENDAR;
  private static final int LONGEST = 2_000;

  /**
   * What applying hours would do.
   *
   * @param lookedAt open dossiers received at the body
   * @param moves of dossiers
   * @param steps of steps at the body
   */
  public record Preview(int lookedAt, List<DueMove> moves, List<StepMove> steps) {

    public Preview {
      moves = List.copyOf(moves);
      steps = List.copyOf(steps);
    }
  }

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @EJB private DossierService dossiers;
  @Inject private BundledCalendars calendars;
  @Inject private InstantSource clock;

  public UnitHoursChanges() {}

  /** For use without a container. */
  public UnitHoursChanges(
      DataSource database,
      Access access,
      AuditTrail trail,
      DossierService dossiers,
      BundledCalendars calendars,
      InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.dossiers = dossiers;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** Drafts and what was applied, of the caller's bodies, the newest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<HoursDraft> history() {
    access.require(Role.BRANCH_DIRECTOR, Role.LEADER, Role.ADMINISTRATOR, Role.AUDITOR);
    try (Connection connection = database.getConnection()) {
      return new UnitHoursRows(connection).of(access.scope());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Drafts hours; nothing counts by them yet.
   *
   * @param unitId within the caller's scope
   * @param from the day from which they hold; also one past, for what was forgotten
   * @param hours a week, see {@link UnitHours#week}; empty: the city's hours again
   * @return the number of the draft
   * @throws vn.motcua.worktime.WorktimeException.InvalidCalendar where the hours cannot be read
   */
  public long draft(int unitId, LocalDate from, String hours, String reason) {
    Account account = access.requireAt(unitId, Role.BRANCH_DIRECTOR, Role.ADMINISTRATOR);
    String why = clean(reason);
    if (why.isEmpty() || why.length() > LONGEST) {
      throw new CalendarFailure.ReasonMissing();
    }
    String week = clean(hours);
    if (from == null || !calendars.ofCode(CITY).covers(from) || week.length() > LONGEST) {
      throw new CalendarFailure.HoursUnclear();
    }
    UnitHours.week(week);
    try (Connection connection = database.getConnection()) {
      long id =
          new UnitHoursRows(connection)
              .draft(unitId, from, week, why, account.login(), clock.instant());
      trail.record("unit-hours.draft", "unit " + unitId, Map.of("from", from.toString()));
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What applying a draft would do now. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Preview preview(long id) {
    access.require(Role.BRANCH_DIRECTOR, Role.LEADER, Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      HoursDraft draft = new UnitHoursRows(connection).find(id, false);
      access.requireAt(draft.unitId(), Role.BRANCH_DIRECTOR, Role.LEADER, Role.ADMINISTRATOR);
      return counted(connection, draft, false);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What applied hours moved, the first 500. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<DueMove> journal(long id) {
    access.require(Role.BRANCH_DIRECTOR, Role.LEADER, Role.ADMINISTRATOR, Role.AUDITOR);
    try (Connection connection = database.getConnection()) {
      UnitHoursRows rows = new UnitHoursRows(connection);
      access.requireAt(
          rows.find(id, false).unitId(),
          Role.BRANCH_DIRECTOR,
          Role.LEADER,
          Role.ADMINISTRATOR,
          Role.AUDITOR);
      return rows.journal(id);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Applies a draft: from its day on the body works by it.
   *
   * @param dossiersShown how many dossiers the preview showed moving; another number by now changes
   *     nothing
   * @throws CalendarFailure.ChangedMeanwhile where the draft was dealt with
   * @throws CalendarFailure.MovesDiffer where more or fewer dossiers would move
   * @throws CalendarFailure.OwnDraft for who drafted it
   */
  public void apply(long id, int seen, int dossiersShown) {
    Account account = access.require(Role.LEADER, Role.ADMINISTRATOR);
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      UnitHoursRows rows = new UnitHoursRows(connection);
      HoursDraft draft = waiting(rows, id, seen);
      if (draft.draftedBy().equals(account.login())) {
        throw new CalendarFailure.OwnDraft();
      }
      calendars.forget(CITY);
      Preview counted = counted(connection, draft, true);
      if (counted.moves().size() != dossiersShown) {
        throw new CalendarFailure.MovesDiffer(dossiersShown, counted.moves().size());
      }
      Moving moving = new Moving(connection, dossiers, now, account.login(), draft.reason());
      for (DueMove move : counted.moves()) {
        moving.dossier(move);
        rows.journal(id, move);
      }
      moving.steps(counted.steps(), null, id);
      rows.applied(
          id,
          account.login(),
          now,
          counted.lookedAt(),
          counted.moves().size(),
          counted.steps().size());
      trail.record(
          "unit-hours.apply",
          "unit " + draft.unitId(),
          Map.of(
              "from",
              draft.from().toString(),
              "reason",
              draft.reason(),
              "moved",
              Integer.toString(counted.moves().size()),
              "steps",
              Integer.toString(counted.steps().size())));
      calendars.forget(CITY);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts a draft aside; it stays on record. */
  public void discard(long id, int seen) {
    access.require(Role.BRANCH_DIRECTOR, Role.LEADER, Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      UnitHoursRows rows = new UnitHoursRows(connection);
      HoursDraft draft = waiting(rows, id, seen);
      access.requireAt(draft.unitId(), Role.BRANCH_DIRECTOR, Role.LEADER, Role.ADMINISTRATOR);
      rows.discard(id);
      trail.record("unit-hours.discard", "unit " + draft.unitId(), Map.of("draft", "" + id));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HoursDraft waiting(UnitHoursRows rows, long id, int seen) throws SQLException {
    HoursDraft draft = rows.find(id, true);
    if (draft.status() != CalendarDraft.Status.DRAFT || draft.seen() != seen) {
      throw new CalendarFailure.ChangedMeanwhile();
    }
    return draft;
  }

  private Preview counted(Connection connection, HoursDraft draft, boolean locked)
      throws SQLException {
    CityHours former = calendars.hours();
    CityHours next = former;
    Set<Integer> units = new HashSet<>(new UnitHoursRows(connection).versions(draft.unitId()));
    for (int unit : units) {
      next = next.with(unit, former.of(unit).with(draft.from(), UnitHours.week(draft.hours())));
    }
    OpenDossierRows open = new OpenDossierRows(connection);
    DueRecount recount = new DueRecount(former, next);
    List<OpenDossier> here = open.all(CITY, "", units, locked);
    List<DueMove> moves = new ArrayList<>();
    here.forEach(dossier -> recount.move(dossier).ifPresent(moves::add));
    StepRecount steps = new StepRecount(former, next);
    List<StepMove> stepMoves = new ArrayList<>();
    open.steps(CITY, "").stream()
        .filter(step -> units.contains(step.unitId()))
        .forEach(step -> steps.move(step).ifPresent(stepMoves::add));
    return new Preview(here.size(), moves, stepMoves);
  }

  private static String clean(String typed) {
    return typed == null
        ? ""
        : Normalizer.normalize(typed, Normalizer.Form.NFC).replace("\0", "").strip();
  }
}
