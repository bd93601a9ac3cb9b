package vn.motcua.processing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.motcua.catalogue.CatalogueFailure;
import vn.motcua.catalogue.ProcedureCatalogue;
import vn.motcua.catalogue.ProcedureDetail;
import vn.motcua.dossier.Channel;
import vn.motcua.worktime.Allowance;
import vn.motcua.worktime.AllowanceUnit;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.CutoffRule;
import vn.motcua.worktime.Deadline;
import vn.motcua.worktime.DeadlineCalculator;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.ReceiptChannel;
import vn.motcua.worktime.Suspension;
import vn.motcua.worktime.Suspensions;
import vn.motcua.worktime.Term;
import vn.motcua.worktime.WorkingCalendar;
import vn.motcua.worktime.WorkingTime;
import vn.motcua.worktime.WorktimeText;

/**
 * The legal term of a dossier on its way: from zero after a supplement (NĐ 118 Đ19.5), longer by
 * its lawful pauses. The allowance is that of the procedure on the day of receipt. Where the
 * catalogue does not know it, the working time from receipt to due moment stands for it.
 */
@ApplicationScoped
public class DossierTerms {

  /**
   * A due moment and why.
   *
   * @param reasons in Vietnamese, as the receipt has them; empty where it was only moved
   */
  record Due(Instant at, List<String> reasons) {}

  @EJB private ProcedureCatalogue catalogue;
  @Inject private BundledCalendars calendars;

  /** For the container, which makes a proxy of this class. */
  public DossierTerms() {}

  /** For use without a container. */
  DossierTerms(ProcedureCatalogue catalogue, BundledCalendars calendars) {
    this.catalogue = catalogue;
    this.calendars = calendars;
  }

  WorkingCalendar calendar() {
    return calendars.ofCode(DueDateQuestion.CITY_CALENDAR);
  }

  /** The calendar of a body with its own hours: steps take their time by it. */
  WorkingCalendar calendar(int unitId) {
    return calendars.hours().at(unitId);
  }

  /** Working minutes from receipt to a moment, pauses left out. */
  int usedMinutes(Instant receivedAt, Instant at, List<Suspension> pauses) {
    Duration used = new WorkingTime(calendar()).between(receivedAt, at, Suspensions.of(pauses));
    return Math.toIntExact(used.toMinutes());
  }

  /** The last moment of a term that begins at a moment. */
  Instant end(Instant from, Allowance term) {
    return deadline(Term.of(from, term)).dueAt();
  }

  /** Due after the whole allowance again, from the completed answer. */
  Due restarted(CaseRow dossier, Instant completed, List<Suspension> pauses) {
    return byAllowance(dossier, completed, List.of())
        .orElseGet(() -> working(dossier, completed, pauses));
  }

  /**
   * Due when the pauses are over.
   *
   * @param from the term runs from here
   * @param pauses all of this term, the last one ending now
   */
  Due resumed(CaseRow dossier, Instant from, List<Suspension> pauses) {
    Suspension last = pauses.getLast();
    return byAllowance(dossier, from, pauses).orElseGet(() -> remaining(dossier, last));
  }

  private Optional<Due> byAllowance(CaseRow dossier, Instant from, List<Suspension> pauses) {
    if (dossier.procedureCode() == null) {
      return Optional.empty();
    }
    LocalDate day = calendar().dateAt(dossier.receivedAt());
    try {
      ProcedureDetail procedure = catalogue.find(dossier.procedureCode(), day);
      if (Boolean.TRUE.equals(procedure.sameDay()) && pauses.isEmpty()) {
        return Optional.of(told(CutoffRule.FIFTEEN_HOURS.sameDay(calendar(), desk(dossier), from)));
      }
      vn.motcua.events.Channel channel =
          dossier.channel() == Channel.OTHER
              ? vn.motcua.events.Channel.DIRECT
              : vn.motcua.events.Channel.valueOf(dossier.channel().name());
      return procedure
          .limit(channel)
          .map(
              limit -> {
                Allowance allowance =
                    new Allowance(limit.amount(), AllowanceUnit.ofCode(limit.unit().code()));
                return told(
                    new DeadlineCalculator(calendar(), desk(dossier))
                        .deadline(
                            Term.of(from, allowance)
                                .receivedBy(
                                    calendar().receiptRule(ReceiptChannel.valueOf(channel.name())))
                                .suspendedBy(pauses)));
              });
    } catch (CatalogueFailure unknown) {
      return Optional.empty();
    }
  }

  private Due working(CaseRow dossier, Instant from, List<Suspension> pauses) {
    if (dossier.dueAt() == null) {
      return new Due(null, List.of());
    }
    Duration whole =
        new WorkingTime(calendar())
            .between(dossier.receivedAt(), dossier.dueAt(), Suspensions.of(pauses));
    return new Due(new WorkingTime(calendar()).after(from, whole), List.of());
  }

  private Due remaining(CaseRow dossier, Suspension pause) {
    if (dossier.dueAt() == null) {
      return new Due(null, List.of());
    }
    WorkingTime time = new WorkingTime(calendar());
    return new Due(time.after(pause.to(), time.between(pause.from(), dossier.dueAt())), List.of());
  }

  /** The receiving branch's hours say when an answer counts as come in. */
  private WorkingCalendar desk(CaseRow dossier) {
    return calendars.hours().at(dossier.branchId());
  }

  private Deadline deadline(Term term) {
    return new DeadlineCalculator(calendar()).deadline(term);
  }

  private static Due told(Deadline deadline) {
    return new Due(
        deadline.dueAt(), WorktimeText.in(Locale.of("vi")).lines(deadline.explanation()));
  }
}
