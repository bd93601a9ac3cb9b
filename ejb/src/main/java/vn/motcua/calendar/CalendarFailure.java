package vn.motcua.calendar;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why a change of a calendar was refused. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class CalendarFailure extends DeclaredFailure {

  private CalendarFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** There is no such draft or revision. */
  public static final class UnknownRevision extends CalendarFailure {
    public UnknownRevision(long id) {
      super("calendar.revision-unknown", 404, Long.toString(id));
    }
  }

  /** A change needs its reason. */
  public static final class ReasonMissing extends CalendarFailure {
    public ReasonMissing() {
      super("calendar.reason-missing", 422);
    }
  }

  /** The draft says the same as the present calendar. */
  public static final class NothingChanged extends CalendarFailure {
    public NothingChanged() {
      super("calendar.nothing-changed", 422);
    }
  }

  /** The draft was dealt with, or the calendar has a newer revision. */
  public static final class ChangedMeanwhile extends CalendarFailure {
    public ChangedMeanwhile() {
      super("calendar.changed-meanwhile", 409);
    }
  }

  /** More dossiers move now than were shown. */
  public static final class MovesDiffer extends CalendarFailure {
    public MovesDiffer(int shown, int now) {
      super("calendar.moves-differ", 409, Integer.toString(shown), Integer.toString(now));
    }
  }

  /** Hours need the day from which they hold, and must not be endless. */
  public static final class HoursUnclear extends CalendarFailure {
    public HoursUnclear() {
      super("calendar.hours-unclear", 422);
    }
  }

  /** Hours are applied by somebody else than who drafted them. */
  public static final class OwnDraft extends CalendarFailure {
    public OwnDraft() {
      super("calendar.own-draft", 403);
    }
  }

  /** The lunar calendar is computed for these years only. */
  public static final class BadYear extends CalendarFailure {
    public BadYear(int year) {
      super("calendar.year-bad", 422, Integer.toString(year));
    }
  }
}
