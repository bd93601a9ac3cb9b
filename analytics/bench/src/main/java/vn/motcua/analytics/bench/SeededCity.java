package vn.motcua.analytics.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import vn.motcua.analytics.bench.City.Procedure;
import vn.motcua.events.Channel;
import vn.motcua.events.CloseReason;
import vn.motcua.events.DossierClosed;
import vn.motcua.events.DossierCorrected;
import vn.motcua.events.DossierFinished;
import vn.motcua.events.DossierPaused;
import vn.motcua.events.DossierRated;
import vn.motcua.events.DossierReattributed;
import vn.motcua.events.DossierReceived;
import vn.motcua.events.DossierReopened;
import vn.motcua.events.DossierResumed;
import vn.motcua.events.DossierReturned;
import vn.motcua.events.DossierVoided;
import vn.motcua.events.Outcome;
import vn.motcua.events.RatingPlace;
import vn.motcua.events.RequestKind;
import vn.motcua.events.StepCompleted;
import vn.motcua.events.SupplementRequested;

/**
 * A city's log, made from a seed: the same seed and size give the same bytes. Some 19,000 dossiers
 * come in per working day, each with about 4.2 entries within days or weeks; entries of all
 * dossiers follow each other in the order of time, as in life.
 */
final class SeededCity {

  static final int DATASET = 1;
  static final String ZONE = "Asia/Ho_Chi_Minh";
  static final Instant BEGIN = Instant.parse("2026-06-01T00:00:00Z");

  private static final double ENTRIES_PER_DOSSIER = 4.2;
  private static final int DOSSIERS_PER_DAY = 19_000;
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /** 07:30 and 17:00 in Hanoi. */
  private static final long OPENS = 30 * MINUTE;

  private static final long CLOSES = 10 * HOUR;

  /** An entry with its moment. */
  record Planned(long at, long dossier, int sequence, Object body) {}

  /** Takes the log in its order. */
  interface Reader {
    void entry(Planned entry);

    void tick(long time);
  }

  private final Random random;
  private final City city;
  private final long entries;
  private final PriorityQueue<Planned> ahead =
      new PriorityQueue<>(
          Comparator.comparingLong(Planned::at)
              .thenComparingLong(Planned::dossier)
              .thenComparingInt(Planned::sequence));
  private long dossiers;
  private long told;

  SeededCity(long seed, long entries) {
    this.random = new Random(seed);
    this.city = new City(random);
    this.entries = entries;
  }

  /**
   * Tells the whole log.
   *
   * @return its end, UTC milliseconds: T of all contenders
   */
  long tell(Reader reader) {
    long perDay =
        Math.min(DOSSIERS_PER_DAY, Math.max(200, (long) (entries / ENTRIES_PER_DOSSIER / 5)));
    long tick = BEGIN.toEpochMilli();
    for (int day = 0; ; day++) {
      long midnight = BEGIN.toEpochMilli() + day * DAY;
      if (day % 7 < 5) {
        for (int i = 0; i < perDay; i++) {
          plan(midnight + OPENS + (long) (random.nextDouble() * (CLOSES - OPENS)));
        }
      }
      while (!ahead.isEmpty() && ahead.peek().at() < midnight + DAY) {
        Planned next = ahead.poll();
        while (next.at() >= tick + 5 * MINUTE) {
          tick += 5 * MINUTE;
          reader.tick(tick);
        }
        reader.entry(next);
        if (++told >= entries) {
          long end = next.at() + 1;
          reader.tick(end);
          return end;
        }
      }
    }
  }

  private void plan(long receivedAt) {
    Procedure procedure = city.procedure(random);
    int unit = city.unit(random);
    List<Planned> life = new ArrayList<>();
    long dossier = ++dossiers;
    long due = procedure.undated() ? 0 : workingDays(receivedAt, procedure.limitDays());
    boolean online = random.nextInt(100) < 58;
    int brought = Math.max(0, procedure.papers() - random.nextInt(4));
    add(life, receivedAt, received(receivedAt, due, procedure, unit, online, brought));
    long span = procedure.limitDays() == 0 ? 4 * HOUR : procedure.limitDays() * DAY;
    long at = receivedAt;
    int fate = random.nextInt(1000);
    if (fate < 3) {
      at += HOUR;
      add(life, at, new DossierVoided(Instant.ofEpochMilli(at)));
    } else {
      at = steps(life, at, span);
      if (random.nextInt(100) < 5) {
        at = supplement(life, at, due);
      }
      if (random.nextInt(1000) < 6) {
        at += HOUR;
        int to = city.unit(random);
        add(life, at, new DossierReattributed(Instant.ofEpochMilli(at), to, 0));
      }
      if (fate < 23) {
        at += HOUR;
        add(life, at, new DossierClosed(Instant.ofEpochMilli(at), CloseReason.WITHDRAWN));
      } else {
        end(life, at, span);
      }
    }
    for (int i = 0; i < life.size(); i++) {
      Planned planned = life.get(i);
      ahead.add(new Planned(planned.at(), dossier, i + 1, planned.body()));
    }
  }

  private DossierReceived received(
      long at, long due, Procedure procedure, int unit, boolean online, int brought) {
    return new DossierReceived(
        Instant.ofEpochMilli(at),
        due == 0 ? null : Instant.ofEpochMilli(due),
        unit,
        City.branch(unit, random),
        procedure.fieldId(),
        procedure.id(),
        online ? Channel.ONLINE : random.nextInt(20) == 0 ? Channel.POST : Channel.DIRECT,
        ZONE,
        true,
        procedure.steps(),
        procedure.minutes(),
        procedure.papers(),
        brought,
        random.nextInt(10) < 9);
  }

  private long steps(List<Planned> life, long from, long span) {
    long at = from;
    int steps = random.nextInt(100) < 35 ? 0 : 1 + random.nextInt(3);
    for (int i = 0; i < steps; i++) {
      at += 10 * MINUTE + (long) (random.nextDouble() * span / 5);
      add(life, at, new StepCompleted(i % 2 == 0 ? "Thụ lý hồ sơ" : "Thẩm định hồ sơ", 0));
    }
    return at;
  }

  private long supplement(List<Planned> life, long from, long due) {
    long at = from + 30 * MINUTE;
    boolean second = random.nextInt(12) == 0;
    add(
        life,
        at,
        new SupplementRequested(
            Instant.ofEpochMilli(at),
            RequestKind.SUPPLEMENT,
            second,
            !second && random.nextInt(15) == 0));
    add(life, at + 1, new DossierPaused(Instant.ofEpochMilli(at + 1), random.nextInt(20) > 0));
    long pause = DAY + (long) (random.nextDouble() * 3 * DAY);
    at += pause;
    Instant newDue = due == 0 ? null : Instant.ofEpochMilli(due + pause);
    add(life, at, new DossierResumed(Instant.ofEpochMilli(at), newDue));
    return at;
  }

  private void end(List<Planned> life, long from, long span) {
    boolean slow = random.nextInt(100) < 4;
    long at = from + 20 * MINUTE + (long) (random.nextDouble() * span * (slow ? 3 : 0.3));
    Outcome outcome = random.nextInt(30) == 0 ? Outcome.REFUSED : Outcome.GRANTED;
    add(
        life,
        at,
        new DossierFinished(Instant.ofEpochMilli(at), outcome, (int) (span / MINUTE / 3 % 20_000)));
    if (random.nextInt(1000) < 4) {
      DossierCorrected corrected = new DossierCorrected();
      corrected.setChannel(Channel.DIRECT);
      at += HOUR;
      add(life, at, corrected);
    }
    if (random.nextInt(1000) < 3) {
      at += HOUR;
      add(life, at, new DossierReopened(Instant.ofEpochMilli(at), null));
      at += 2 * HOUR;
      add(life, at, new DossierFinished(Instant.ofEpochMilli(at), outcome, 600));
    }
    if (random.nextInt(100) < 92) {
      at += 30 * MINUTE + (long) (random.nextDouble() * DAY);
      add(life, at, new DossierReturned(Instant.ofEpochMilli(at)));
    }
    if (random.nextInt(100) < 12) {
      at += 5 * MINUTE;
      add(
          life,
          at,
          new DossierRated(
              Instant.ofEpochMilli(at),
              List.of(answer(), answer(), answer(), answer(), answer()),
              answer(),
              RatingPlace.values()[random.nextInt(3)]));
    }
  }

  private int answer() {
    int drawn = random.nextInt(100);
    return drawn < 4 ? 0 : drawn < 12 ? 1 + random.nextInt(3) : 4 + random.nextInt(2);
  }

  private static void add(List<Planned> life, long at, Object body) {
    life.add(new Planned(at, 0, 0, body));
  }

  /** At 17:00 of the working day that many days later; without a calendar of holidays. */
  private static long workingDays(long from, int days) {
    long midnight = Math.floorDiv(from, DAY) * DAY;
    int left = days;
    while (left > 0) {
      midnight += DAY;
      if (Math.floorMod(Math.floorDiv(midnight - BEGIN.toEpochMilli(), DAY), 7) < 5) {
        left--;
      }
    }
    return midnight + CLOSES;
  }
}
