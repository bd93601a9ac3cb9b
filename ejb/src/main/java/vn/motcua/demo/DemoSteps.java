package vn.motcua.demo;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.catalogue.ProcedureCatalogue;
import vn.motcua.catalogue.ProcedureComponent;
import vn.motcua.catalogue.ProcedureRequirements;
import vn.motcua.events.CloseReason;
import vn.motcua.processing.Grounds;
import vn.motcua.processing.HandOver;
import vn.motcua.processing.ParallelWork;
import vn.motcua.processing.PresentSteps;
import vn.motcua.processing.PresentSteps.Present;
import vn.motcua.processing.ResultWork;
import vn.motcua.processing.ReturnWork;
import vn.motcua.processing.Seen;
import vn.motcua.processing.SignedResult;
import vn.motcua.processing.SupplementItems;
import vn.motcua.processing.SupplementWork;
import vn.motcua.processing.TaskWork;
import vn.motcua.reception.DossierEntry;
import vn.motcua.reception.IntakeRecorder;
import vn.motcua.reception.IntakeRequest;
import vn.motcua.reception.IntakeResult;
import vn.motcua.reception.Occasion;
import vn.motcua.reception.PaperEntry;
import vn.motcua.reception.PersonEntry;
import vn.motcua.reception.ReturnChannel;
import vn.motcua.satisfaction.Rating;
import vn.motcua.satisfaction.RatingInvitations;
import vn.motcua.satisfaction.RatingWork;

/**
 * One thing that happens in the demo, through the services that staff use, in one transaction, at
 * the demo's moment. For {@link DemoDay} only: it asks nobody whether the caller may.
 */
@Stateless
public class DemoSteps {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** The applicant answers no to every question about the case. */
  private static final Map<String, Boolean> PLAIN_CASE = Map.of();

  @EJB private IntakeRecorder intake;
  @EJB private ProcedureCatalogue catalogue;
  @EJB private ProcedureRequirements requirements;
  @EJB private PresentSteps present;
  @EJB private TaskWork tasks;
  @EJB private ParallelWork parallel;
  @EJB private ResultWork results;
  @EJB private ReturnWork returns;
  @EJB private SupplementWork supplements;
  @EJB private RatingInvitations invitations;
  @EJB private RatingWork ratings;

  /** Receives a visit; again, the visit that it became. */
  public IntakeResult receive(int datasetId, int branchId, PlannedVisit visit, PersonEntry person) {
    LocalDate day = LocalDate.ofInstant(visit.at(), ZONE);
    List<DossierEntry> entries = new ArrayList<>();
    for (PlannedVisit.Planned dossier : visit.dossiers()) {
      entries.add(
          new DossierEntry(
              dossier.procedure(),
              visit.channel(),
              null,
              "",
              1,
              ReturnChannel.COUNTER,
              PLAIN_CASE,
              papers(dossier.procedure(), day)));
    }
    String name = "demo %d %s %d".formatted(datasetId, day, visit.number());
    UUID request = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return intake.receiveAt(
        new Occasion(datasetId, branchId, "demo." + visit.branch(), visit.at()),
        IntakeRequest.of(request, branchId, person, entries));
  }

  private List<PaperEntry> papers(String procedure, LocalDate day) {
    return requirements.papers(catalogue.find(procedure, day).id(), day).asked(PLAIN_CASE).stream()
        .filter(ProcedureComponent::required)
        .map(component -> PaperEntry.kept(component.code()))
        .toList();
  }

  /** Where the dossier stands after a step. */
  public enum Standing {
    /** Another step has begun. */
    GOES_ON,
    /** The result is there. */
    HAS_RESULT,
    /** Nothing more happens. */
    ENDED
  }

  /**
   * @param standing what follows
   * @param minutes working minutes that the step now present allows
   */
  public record After(Standing standing, int minutes) {}

  /** Where a dossier stands. */
  public After present(long dossierId) {
    return goesOn(dossierId);
  }

  /** The present step is done: the next begins, or the result is there. */
  public After advance(long dossierId, Instant at, String actor) {
    Present step = present.of(dossierId).orElseThrow();
    for (Seen opinion : step.opinions()) {
      parallel.give(opinion, new Grounds("Thống nhất", ""), at, actor);
    }
    if (step.endsWithResult()) {
      results.finish(step.seen(), document(dossierId, at, false), at, actor);
      return new After(Standing.HAS_RESULT, 0);
    }
    tasks.complete(step.seen(), "", 0, at, actor);
    return goesOn(dossierId);
  }

  /** The result is a refusal. */
  public After refuse(long dossierId, Instant at, String actor) {
    Present step = present.of(dossierId).orElseThrow();
    results.finish(step.seen(), document(dossierId, at, true), at, actor);
    return new After(Standing.HAS_RESULT, 0);
  }

  /** The applicant takes it back. */
  public After withdraw(long dossierId, Instant at, String actor) {
    Present step = present.of(dossierId).orElseThrow();
    Grounds why = new Grounds("Người nộp xin rút hồ sơ", "");
    results.close(step.seen(), CloseReason.WITHDRAWN, why, at, actor);
    return new After(Standing.ENDED, 0);
  }

  /** The applicant is asked for what is missing. */
  public After requestSupplement(long dossierId, Instant at, String actor) {
    Present step = present.of(dossierId).orElseThrow();
    supplements.request(
        step.seen(),
        SupplementItems.of(
            List.of("Bản chính giấy tờ chứng minh chỗ ở hợp pháp"),
            "Thành phần hồ sơ chưa đủ theo quy định của thủ tục"),
        at,
        actor);
    return goesOn(dossierId);
  }

  /** The answer to it came in. */
  public After answerSupplement(long dossierId, Instant at, String actor) {
    supplements.answer(present.of(dossierId).orElseThrow().seen(), at, actor);
    return goesOn(dossierId);
  }

  /** The result is in the applicant's hands. */
  public After giveResult(long dossierId, Instant at, String receivedBy, String actor) {
    Present step = present.of(dossierId).orElseThrow();
    returns.giveResult(
        step.seen(), new HandOver(HandOver.Channel.ELECTRONIC, receivedBy, "", false), at, actor);
    return new After(Standing.ENDED, 0);
  }

  /** The applicant rates it, by an invitation as anybody has. */
  public void rate(long dossierId, Instant at, Fate.Verdict rating) {
    invitations.invite(dossierId, at);
    String token = invitations.open(dossierId, at).orElseThrow();
    ratings.rate(
        token, new Rating(rating.answers(), rating.trust(), "", rating.place(), "demo"), at);
  }

  private After goesOn(long dossierId) {
    return present
        .of(dossierId)
        .map(step -> new After(Standing.GOES_ON, step.minutes()))
        .orElse(new After(Standing.ENDED, 0));
  }

  private static SignedResult document(long dossierId, Instant at, boolean negative) {
    return new SignedResult(
        "M%d/QĐ-M".formatted(dossierId),
        LocalDate.ofInstant(at, ZONE),
        "Người ký mẫu",
        negative,
        negative ? "Không đủ điều kiện theo quy định của thủ tục" : "",
        null);
  }
}
