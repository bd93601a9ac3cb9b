package vn.motcua.it.container;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.motcua.dossier.Baseline;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Correction;
import vn.motcua.dossier.DossierService;
import vn.motcua.dossier.NewDossier;
import vn.motcua.events.CloseReason;
import vn.motcua.events.Outcome;
import vn.motcua.events.RatingPlace;
import vn.motcua.events.RequestKind;
import vn.motcua.figures.DossierSteps;

/** Lets the steps of a fixture happen through the real service. */
final class ServiceSteps implements DossierSteps {

  private static final String ACTOR = "fixture";

  private final DossierService service;
  private final int datasetId;
  private final Map<String, Integer> ids;
  private long dossier;

  ServiceSteps(DossierService service, int datasetId, Map<String, Integer> ids) {
    this.service = service;
    this.datasetId = datasetId;
    this.ids = ids;
  }

  @Override
  public void receive(
      String code, String unit, String field, String channel, Instant at, Instant due) {
    dossier =
        service.receive(
            new NewDossier(
                datasetId,
                code,
                null,
                ids.get(field),
                ids.get(unit),
                null,
                Channel.valueOf(channel),
                at,
                due),
            ACTOR);
  }

  @Override
  public void pause(Instant at, boolean lawful) {
    service.pause(dossier, at, lawful, ACTOR);
  }

  @Override
  public void resume(Instant at, Instant due) {
    service.resume(dossier, at, due, ACTOR);
  }

  @Override
  public void restart(Instant at, Instant due) {
    service.restartClock(dossier, at, due, ACTOR);
  }

  @Override
  public void correctCalendar(Instant at, Instant due) {
    service.correctCalendar(dossier, at, due, ACTOR);
  }

  @Override
  public void finish(Instant at, boolean granted) {
    service.finish(dossier, at, granted ? Outcome.GRANTED : Outcome.REFUSED, null, ACTOR);
  }

  @Override
  public void close(Instant at) {
    service.close(dossier, at, CloseReason.WITHDRAWN, ACTOR);
  }

  @Override
  public void reopen(Instant at, Instant due) {
    service.reopen(dossier, at, due, ACTOR);
  }

  @Override
  public void voidEntry(Instant at) {
    service.voidEntry(dossier, at, "nhập nhầm", ACTOR);
  }

  @Override
  public void reattribute(Instant at, String unit) {
    service.reattribute(dossier, at, ids.get(unit), null, ACTOR);
  }

  @Override
  public void correct(
      Instant at,
      Instant receivedAt,
      Instant due,
      Instant finishedAt,
      String channel,
      String field) {
    service.correct(
        dossier,
        at,
        new Correction(
            receivedAt,
            due,
            finishedAt,
            null,
            channel == null ? null : Channel.valueOf(channel),
            field == null ? null : ids.get(field)),
        ACTOR);
  }

  @Override
  public void giveResult(Instant at) {
    service.giveResult(dossier, at, ACTOR);
  }

  @Override
  public void receiveAt(
      String code, String branch, String field, Instant at, Instant due, Baseline baseline) {
    dossier =
        service.receive(
            new NewDossier(
                datasetId,
                code,
                null,
                ids.get(field),
                ids.get("A"),
                branch == null ? null : ids.get(branch),
                Channel.DIRECT,
                at,
                due,
                baseline),
            ACTOR);
  }

  @Override
  public void completeStep(Instant at) {
    service.completeStep(dossier, at, "thẩm định", ids.get("A"), ACTOR);
  }

  @Override
  public void request(Instant at, boolean second, boolean recheck) {
    service.requestSupplement(dossier, at, RequestKind.SUPPLEMENT, second, recheck, ACTOR);
  }

  @Override
  public void finishMeasured(Instant at, Integer usedMinutes) {
    service.finish(dossier, at, Outcome.GRANTED, usedMinutes, ACTOR);
  }

  @Override
  public void rate(Instant at, List<Integer> answers, int trust, boolean onTablet) {
    service.rate(
        dossier, at, answers, trust, onTablet ? RatingPlace.TABLET : RatingPlace.LINK, ACTOR);
  }
}
