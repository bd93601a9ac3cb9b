package vn.motcua.calendar;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.dossier.DossierService;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.CalendarReader;
import vn.motcua.worktime.CityHours;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.WorkingCalendar;

/**
 * Changes a working calendar: a draft, a preview of the open dossiers whose due moments move, and
 * its application, which moves them all in one transaction or none. Being overdue is a fact that no
 * calendar change takes back.
 */
@Stateless
public class CalendarChanges {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Set<String> HEADS = Set.of("entry", "revision", "zone", "standard-day");
  private static final int LONGEST = 100_000;

  /**
   * What applying a draft would do.
   *
   * @param changedDays on which work differs
   * @param lookedAt open dossiers that count by the calendar
   * @param moves all that move, in the order of receipt
   * @param steps under way whose own moments move
   */
  public record Preview(
      List<LocalDate> changedDays, int lookedAt, List<DueMove> moves, List<StepMove> steps) {

    public Preview {
      changedDays = List.copyOf(changedDays);
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

  public CalendarChanges() {}

  /** For use without a container. */
  public CalendarChanges(
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

  /**
   * The lines of the present calendar that a change may take away, in their order.
   *
   * @throws vn.motcua.worktime.WorktimeException.UnknownCalendar where there is none
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<CalendarLine> lines(String code) {
    List<String> text = calendars.text(code).lines().toList();
    List<CalendarLine> lines = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      String line = text.get(i).strip();
      String entry = line.contains(",") ? line.substring(0, line.indexOf(',')) : line;
      if (!line.isEmpty() && !line.startsWith("#") && !HEADS.contains(entry)) {
        lines.add(new CalendarLine(i + 1, entry, line));
      }
    }
    return lines;
  }

  /** Drafts and applied revisions, the newest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<CalendarDraft> history(String code) {
    access.require(Role.BRANCH_DIRECTOR, Role.LEADER, Role.ADMINISTRATOR, Role.AUDITOR);
    try (Connection connection = database.getConnection()) {
      return new CalendarRows(connection).of(code);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Drafts a change; nothing counts by it yet.
   *
   * @param removed numbers of {@link #lines}
   * @param added lines in the same form, one under the other
   * @return the number of the draft
   * @throws vn.motcua.worktime.WorktimeException.InvalidCalendar where it contradicts itself
   */
  public long draft(String code, Set<Integer> removed, String added, String reason) {
    Account account = access.require(Role.ADMINISTRATOR);
    String why = clean(reason);
    if (why.isEmpty() || why.length() > 2_000) {
      throw new CalendarFailure.ReasonMissing();
    }
    WorkingCalendar present = calendars.ofCode(code);
    String revision = next(present.version().revision());
    List<String> lines = new ArrayList<>();
    List<String> text = calendars.text(code).lines().toList();
    for (int i = 0; i < text.size(); i++) {
      if (text.get(i).startsWith("revision,")) {
        lines.add("revision,,," + revision + ",,,,");
      } else if (!removed.contains(i + 1)) {
        lines.add(text.get(i));
      }
    }
    clean(added).lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(lines::add);
    String content = String.join("\n", lines) + "\n";
    if (content.length() > LONGEST || (removed.isEmpty() && clean(added).isEmpty())) {
      throw new CalendarFailure.NothingChanged();
    }
    CalendarReader.read(code, code + ".csv", new StringReader(content));
    try (Connection connection = database.getConnection()) {
      long id =
          new CalendarRows(connection)
              .draft(
                  code,
                  revision,
                  present.version().revision(),
                  content,
                  why,
                  account.login(),
                  clock.instant());
      trail.record("calendar.draft", "calendar " + code, Map.of("revision", revision));
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What applying a draft would do now. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Preview preview(long id) {
    access.require(Role.LEADER, Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      return counted(connection, new CalendarRows(connection).find(id, false), false);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What an applied revision moved, the first 500. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<DueMove> journal(long id) {
    access.require(Role.BRANCH_DIRECTOR, Role.LEADER, Role.ADMINISTRATOR, Role.AUDITOR);
    try (Connection connection = database.getConnection()) {
      return new CalendarRows(connection).journal(id);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Applies a draft: all open dossiers count by it from now on.
   *
   * @param shown how many moves the preview showed; another number by now changes nothing
   * @throws CalendarFailure.ChangedMeanwhile where the draft or the calendar is another by now
   * @throws CalendarFailure.MovesDiffer where more or fewer dossiers would move
   */
  public void apply(long id, int seen, int shown) {
    Account account = access.require(Role.LEADER, Role.ADMINISTRATOR);
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      CalendarRows rows = new CalendarRows(connection);
      CalendarDraft draft = waiting(rows, id, seen);
      calendars.forget(draft.code());
      if (!calendars.ofCode(draft.code()).version().revision().equals(draft.base())) {
        throw new CalendarFailure.ChangedMeanwhile();
      }
      Preview counted = counted(connection, draft, true);
      if (counted.moves().size() != shown) {
        throw new CalendarFailure.MovesDiffer(shown, counted.moves().size());
      }
      Moving moving = new Moving(connection, dossiers, now, account.login(), draft.reason());
      for (DueMove move : counted.moves()) {
        moving.dossier(move);
        rows.journal(id, move);
      }
      moving.steps(counted.steps(), id, null);
      new OpenDossierRows(connection).freeze(draft.code(), draft.revision());
      rows.applied(id, account.login(), now, counted.lookedAt(), counted.moves().size());
      trail.record(
          "calendar.apply",
          "calendar " + draft.code(),
          Map.of(
              "revision",
              draft.revision(),
              "reason",
              draft.reason(),
              "moved",
              Integer.toString(counted.moves().size()),
              "steps",
              Integer.toString(counted.steps().size())));
      calendars.forget(draft.code());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Former revisions that open dossiers still count by: received while a change was applied. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<String> behind(String code) {
    access.require(Role.BRANCH_DIRECTOR, Role.LEADER, Role.ADMINISTRATOR, Role.AUDITOR);
    try (Connection connection = database.getConnection()) {
      String newest = calendars.ofCode(code).version().revision();
      return new OpenDossierRows(connection)
          .revisions(code).stream()
              .filter(revision -> !revision.equals(newest))
              .filter(revision -> calendars.revision(code, revision).isPresent())
              .toList();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Counts the open dossiers that are {@link #behind} by the newest revision, each from the one it
   * was received with.
   *
   * @return how many due moments moved
   */
  public int catchUp(String code) {
    Account account = access.require(Role.LEADER, Role.ADMINISTRATOR);
    Instant now = clock.instant();
    int moved = 0;
    List<String> behind = behind(code);
    if (behind.isEmpty()) {
      return 0;
    }
    try (Connection connection = database.getConnection()) {
      CityHours newest = hours(code, calendars.ofCode(code));
      OpenDossierRows open = new OpenDossierRows(connection);
      // What they are told is the reason of the revision that they had not been counted by.
      CalendarDraft applied = new CalendarRows(connection).newest(code);
      Moving moving = new Moving(connection, dossiers, now, account.login(), applied.reason());
      for (String revision : behind) {
        CityHours former = hours(code, calendars.revision(code, revision).orElseThrow());
        DueRecount recount = new DueRecount(former, newest);
        for (OpenDossier dossier : open.all(code, revision, true)) {
          Optional<DueMove> move = recount.move(dossier);
          if (move.isPresent()) {
            moving.dossier(move.get());
            moved++;
          }
        }
        moving.steps(moves(open, code, revision, former, newest), applied.id(), null);
      }
      open.freeze(code, newest.city().version().revision());
      trail.record(
          "calendar.catch-up",
          "calendar " + code,
          Map.of("revisions", String.join(" ", behind), "moved", Integer.toString(moved)));
      return moved;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts a draft aside; it stays on record. */
  public void discard(long id, int seen) {
    access.require(Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      CalendarRows rows = new CalendarRows(connection);
      CalendarDraft draft = waiting(rows, id, seen);
      rows.discard(id);
      trail.record(
          "calendar.discard", "calendar " + draft.code(), Map.of("revision", draft.revision()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CalendarDraft waiting(CalendarRows rows, long id, int seen) throws SQLException {
    CalendarDraft draft = rows.find(id, true);
    if (draft.status() != CalendarDraft.Status.DRAFT || draft.seen() != seen) {
      throw new CalendarFailure.ChangedMeanwhile();
    }
    return draft;
  }

  private Preview counted(Connection connection, CalendarDraft draft, boolean locked)
      throws SQLException {
    WorkingCalendar drafted =
        CalendarReader.read(draft.code(), draft.code() + ".csv", new StringReader(draft.content()));
    CityHours former = hours(draft.code(), calendars.ofCode(draft.code()));
    CityHours next = former.over(drafted);
    DueRecount recount = new DueRecount(former, next);
    OpenDossierRows rows = new OpenDossierRows(connection);
    List<OpenDossier> open = rows.all(draft.code(), "", locked);
    List<DueMove> moves = new ArrayList<>();
    open.forEach(dossier -> recount.move(dossier).ifPresent(moves::add));
    return new Preview(
        List.copyOf(recount.changedDays()),
        open.size(),
        moves,
        moves(rows, draft.code(), "", former, next));
  }

  private static List<StepMove> moves(
      OpenDossierRows rows, String code, String revision, CityHours former, CityHours next)
      throws SQLException {
    StepRecount recount = new StepRecount(former, next);
    List<StepMove> moves = new ArrayList<>();
    rows.steps(code, revision).forEach(step -> recount.move(step).ifPresent(moves::add));
    return moves;
  }

  /** Bodies have hours of their own on top of the city's calendar only. */
  private CityHours hours(String code, WorkingCalendar calendar) {
    return DueDateQuestion.CITY_CALENDAR.equals(code)
        ? calendars.hours().over(calendar)
        : new CityHours(calendar, Map.of());
  }

  /** Revisions of one calendar sort as text: by day, then by number. */
  private String next(String present) {
    String today = LocalDate.ofInstant(clock.instant(), ZONE).toString();
    if (present.compareTo(today) < 0) {
      return today;
    }
    int dot = present.indexOf('.');
    String day = dot < 0 ? present : present.substring(0, dot);
    int number = dot < 0 ? 1 : Integer.parseInt(present.substring(dot + 1));
    return "%s.%03d".formatted(day, number + 1);
  }

  private static String clean(String typed) {
    return typed == null
        ? ""
        : Normalizer.normalize(typed, Normalizer.Form.NFC).replace("\0", "").strip();
  }
}
