package vn.motcua.analytics.job.facts;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import vn.motcua.analytics.job.facts.Entry.Kind;
import vn.motcua.events.Channel;
import vn.motcua.events.DueCause;
import vn.motcua.events.Outcome;

/**
 * Arbitrary lawful histories on a grid of hours, in order of time. Hour 0 is 00:00 in Hanoi on 1
 * June 2025. New due moments never lie in the past, so that a model that looks every hour and rules
 * that look at entries must agree.
 */
public final class Histories {

  private static final long ORIGIN = History.moment("06-01 00:00");
  private static final long HOUR = 3_600_000;
  private static final int[] UNITS = {10, 20, 30};

  private record Move(int choice, int gap, int due, boolean flag) {}

  private Histories() {}

  /** Entries of one dossier, in sequence. */
  public static Arbitrary<List<Entry>> any() {
    Arbitrary<Move> moves =
        Combinators.combine(
                Arbitraries.integers().between(0, 99),
                Arbitraries.frequencyOf(
                    net.jqwik.api.Tuple.of(1, Arbitraries.just(0)),
                    net.jqwik.api.Tuple.of(4, Arbitraries.integers().between(1, 40))),
                Arbitraries.integers().between(-20, 70),
                Arbitraries.of(true, false))
            .as(Move::new);
    return Combinators.combine(
            Arbitraries.longs().between(1, 1_000_000), moves.list().ofMinSize(1).ofMaxSize(9))
        .as(Histories::tell);
  }

  /** The hour of a moment. */
  public static int hour(long moment) {
    return Math.toIntExact((moment - ORIGIN) / HOUR);
  }

  /** The moment of an hour. */
  public static long moment(int hour) {
    return ORIGIN + hour * HOUR;
  }

  private static List<Entry> tell(long dossier, List<Move> moves) {
    List<Entry> entries = new ArrayList<>();
    Phase phase = Phase.OPEN;
    int hour = moves.getFirst().gap();
    entries.add(reception(moves.getFirst(), hour));
    for (Move move : moves.subList(1, moves.size())) {
      hour += move.gap();
      Entry entry = new Entry();
      entry.moment = moment(hour);
      phase = phase.next(move, entry, hour);
      if (entry.kind != null) {
        entries.add(entry);
      }
    }
    for (int i = 0; i < entries.size(); i++) {
      entries.get(i).dossierId = dossier;
      entries.get(i).datasetId = 1;
      entries.get(i).sequence = i + 1;
      entries.get(i).occurredAt = entries.get(i).moment;
    }
    return entries;
  }

  private static Entry reception(Move move, int hour) {
    Entry entry = new Entry();
    entry.kind = Kind.RECEIVED;
    entry.moment = moment(hour);
    entry.dueAt = due(move, hour);
    entry.unitId = UNITS[move.choice() % 3];
    entry.branchId = move.choice() % 4;
    entry.baselineSteps = move.choice() % 6;
    entry.baselineMinutes = 60 * (move.choice() % 5);
    entry.papersBaseline = move.choice() % 7;
    entry.papersBrought = move.choice() % 3;
    entry.opensEpisode = move.flag();
    entry.fieldId = move.choice() % 2;
    entry.procedureId = 0;
    entry.channel = Channel.values()[move.choice() % 4];
    entry.zone = History.HANOI.getId();
    entry.live = true;
    return entry;
  }

  /** No due moment in about a fifth of all cases. */
  private static long due(Move move, int hour) {
    return move.due() < 0 ? Entry.NONE : moment(hour + move.due());
  }

  private enum Phase {
    OPEN,
    PAUSED,
    ENDED,
    VOIDED;

    Phase next(Move move, Entry entry, int hour) {
      int choice = move.choice();
      return switch (this) {
        case OPEN -> choice < 35 ? pause(move, entry) : openOrPaused(move, entry, hour);
        case PAUSED -> choice < 50 ? resume(move, entry, hour) : openOrPaused(move, entry, hour);
        case ENDED -> choice < 60 ? reopen(move, entry, hour) : returned(entry);
        case VOIDED -> returned(entry);
      };
    }

    private static Phase pause(Move move, Entry entry) {
      entry.kind = Kind.PAUSED;
      entry.lawful = move.flag();
      return PAUSED;
    }

    private static Phase resume(Move move, Entry entry, int hour) {
      entry.kind = Kind.RESUMED;
      entry.dueAt = due(move, hour);
      return OPEN;
    }

    private static Phase reopen(Move move, Entry entry, int hour) {
      entry.kind = Kind.REOPENED;
      entry.dueAt = due(move, hour);
      return OPEN;
    }

    private Phase returned(Entry entry) {
      entry.kind = Kind.RETURNED;
      return this;
    }

    /** What moves no class of the dossier. */
    private static void tellTheBoard(Move move, Entry entry) {
      switch (move.choice() % 3) {
        case 0 -> {
          entry.kind = Kind.STEP;
          entry.unitId = move.flag() ? 0 : UNITS[move.gap() % 3];
        }
        case 1 -> {
          entry.kind = Kind.SUPPLEMENT_REQUESTED;
          entry.secondOfEpisode = move.flag();
          entry.recheck = move.gap() % 3 == 0;
        }
        default -> {
          entry.kind = Kind.RATED;
          entry.answers = move.gap() % 6;
          entry.satisfied = entry.answers / 2;
          entry.trust = move.gap() % 6;
          entry.ratedOnTablet = move.flag();
        }
      }
    }

    private Phase openOrPaused(Move move, Entry entry, int hour) {
      int choice = move.choice();
      if (choice < 62) {
        entry.kind = Kind.REATTRIBUTED;
        entry.unitId = UNITS[choice % 3];
        entry.branchId = 0;
        return this;
      }
      if (choice < 72) {
        entry.kind = Kind.DUE_MOVED;
        entry.dueCause = DueCause.RESTART;
        entry.dueAt = due(move, hour);
        return this;
      }
      if (choice < 78) {
        tellTheBoard(move, entry);
        return this;
      }
      if (choice < 90) {
        entry.kind = Kind.FINISHED;
        entry.outcome = move.flag() ? Outcome.GRANTED : Outcome.REFUSED;
        entry.usedMinutes = move.due() * 10;
        return ENDED;
      }
      entry.kind = choice < 97 ? Kind.CLOSED : Kind.VOIDED;
      return choice < 97 ? ENDED : VOIDED;
    }
  }
}
