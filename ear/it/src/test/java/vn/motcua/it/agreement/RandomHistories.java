package vn.motcua.it.agreement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.motcua.events.Channel;
import vn.motcua.events.Outcome;
import vn.motcua.events.RatingPlace;
import vn.motcua.events.RequestKind;
import vn.motcua.it.agreement.Step.Kind;

/**
 * Draws histories that can come about, with moments that seek the edges: at, just before and just
 * after the due moment, T and midnights, and several things in one instant. Each is a proposal that
 * was kept only because it is lawful.
 */
final class RandomHistories {

  private static final ZoneId[] ZONES = {
    ZoneId.of("Asia/Ho_Chi_Minh"), ZoneId.of("Europe/Amsterdam")
  };
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_PROPOSALS = 16;

  private final Random random;
  private final Scene scene;
  private final List<Step> steps = new ArrayList<>();
  private Instant now;
  private Instant due;

  private RandomHistories(Random random, Scene scene) {
    this.random = random;
    this.scene = scene;
  }

  static List<Step> next(Random random, Scene scene) {
    List<Step> history;
    do {
      RandomHistories drawn = new RandomHistories(random, scene);
      history = scene.live() ? drawn.live() : drawn.imported();
    } while (!Lawfulness.allows(scene, history));
    return history;
  }

  private List<Step> live() {
    receive();
    int proposals = random.nextInt(MOST_PROPOSALS);
    for (int i = 0; i < proposals; i++) {
      Step step = proposal();
      steps.add(step);
      if (!Lawfulness.allows(scene, steps)) {
        steps.removeLast();
        continue;
      }
      if (step.kind() != Kind.CORRECTED
          && step.kind() != Kind.CALENDAR_CORRECTED
          && step.kind() != Kind.RATED) {
        now = step.at();
      }
      if (step.due() != null) {
        due = step.due();
      }
    }
    return steps;
  }

  private List<Step> imported() {
    receive();
    boolean ends = random.nextBoolean();
    for (int i = random.nextInt(3); i > 0; i--) {
      steps.add(Step.plain(Kind.STEP, moment()));
    }
    if (ends) {
      Instant end = around(now);
      steps.add(
          random.nextInt(4) == 0 ? Step.plain(Kind.CLOSED, end) : Step.finished(end, outcome()));
      if (random.nextBoolean()) {
        steps.add(Step.plain(Kind.STEP, moment()));
      }
    } else {
      steps.add(Step.plain(Kind.OBSERVED, scene.time()));
    }
    return steps;
  }

  private void receive() {
    now = scene.time().minus(DAY.multipliedBy(2 + random.nextInt(14)));
    now = moment();
    due = random.nextInt(8) == 0 ? null : dueMoment();
    Step receipt = Step.received(now, due, unit(), random.nextInt(2), pick(Channel.values()));
    steps.add(random.nextInt(4) == 0 ? receipt : receipt.telling(baseline()));
  }

  private Told baseline() {
    return new Told.Baseline(
        random.nextInt(3),
        random.nextInt(5),
        480 * random.nextInt(4),
        random.nextInt(5),
        random.nextInt(4),
        random.nextBoolean());
  }

  /** Bodies that differ and that are not known, and steps in quick succession. */
  private Told passed() {
    return new Told.Passed(random.nextInt(4));
  }

  private Told used() {
    return new Told.Used(
        switch (random.nextInt(4)) {
          case 0 -> null;
          case 1 -> 0;
          default -> random.nextInt(3_000);
        });
  }

  private Told request() {
    return new Told.Request(
        pick(RequestKind.values()), random.nextInt(3) > 0, random.nextInt(3) == 0);
  }

  private Told rating() {
    return new Told.Rating(
        random.ints(5, 0, 6).boxed().toList(), random.nextInt(6), pick(RatingPlace.values()));
  }

  private Step proposal() {
    Kind kind = pick(Kind.values());
    return switch (kind) {
      case PAUSED -> Step.paused(moment(), random.nextInt(4) > 0);
      case RESUMED, RESTARTED, CALENDAR_CORRECTED -> Step.due(kind, moment(), dueMoment());
      case REOPENED -> Step.due(kind, moment(), random.nextBoolean() ? null : dueMoment());
      case FINISHED -> Step.finished(moment(), outcome()).telling(used());
      case SUPPLEMENT_REQUESTED -> Step.plain(kind, moment()).telling(request());
      case RATED -> Step.plain(kind, moment()).telling(rating());
      case REATTRIBUTED -> Step.reattributed(moment(), unit());
      case CORRECTED -> correction();
      case STEP -> Step.plain(kind, moment()).telling(passed());
      case RECEIVED, OBSERVED, CLOSED, VOIDED, RETURNED -> Step.plain(kind, moment());
    };
  }

  private Step correction() {
    Instant receivedAt = null;
    Instant newDue = null;
    Instant finishedAt = null;
    Outcome outcome = null;
    Channel channel = null;
    Integer field = null;
    switch (random.nextInt(7)) {
      case 0 -> receivedAt = around(steps.getFirst().at());
      case 1 -> newDue = dueMoment();
      case 2 -> finishedAt = around(now);
      case 3 -> outcome = outcome();
      case 4 -> channel = pick(Channel.values());
      case 5 -> field = random.nextInt(2);
      default -> {
        receivedAt = random.nextBoolean() ? around(steps.getFirst().at()) : null;
        newDue = random.nextBoolean() ? dueMoment() : null;
        finishedAt = random.nextBoolean() ? around(now) : null;
        field = random.nextInt(2);
      }
    }
    return Step.corrected(moment(), receivedAt, newDue, finishedAt, outcome, channel, field);
  }

  /** A moment at which something could happen next; mostly not before the last thing did. */
  private Instant moment() {
    Instant drawn = around(random.nextInt(3) == 0 ? scene.time() : now);
    return drawn.isBefore(now) && random.nextInt(4) > 0 ? now.plus(somewhat()) : drawn;
  }

  private Instant dueMoment() {
    return random.nextInt(3) == 0
        ? around(now)
        : midnight(now, pick(ZONES), 1 + random.nextInt(9))
            .minus(random.nextInt(3) * 7, java.time.temporal.ChronoUnit.HOURS);
  }

  /** Near a moment, preferably on an edge. */
  private Instant around(Instant moment) {
    Instant edge =
        switch (random.nextInt(8)) {
          case 0 -> now;
          case 1, 2 -> due == null ? moment : due;
          case 3 -> scene.time();
          case 4 -> midnight(moment, scene.zone(), random.nextInt(5) - 1);
          case 5 -> midnight(moment, pick(ZONES), random.nextInt(5) - 1);
          case 6 -> moment;
          default -> moment.plus(somewhat()).minus(somewhat());
        };
    return edge.plusMillis(random.nextInt(3) == 0 ? random.nextInt(3) - 1 : 0);
  }

  private static Instant midnight(Instant near, ZoneId zone, int days) {
    return LocalDate.ofInstant(near, zone).plusDays(days).atStartOfDay(zone).toInstant();
  }

  private Duration somewhat() {
    return Duration.ofMillis(
        random.nextInt(3) == 0 ? random.nextInt(2) : random.nextLong(4 * 86_400_000L));
  }

  private int unit() {
    return 1 + random.nextInt(3);
  }

  private Outcome outcome() {
    return pick(Outcome.values());
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
