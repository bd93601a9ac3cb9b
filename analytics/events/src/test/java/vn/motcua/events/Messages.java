package vn.motcua.events;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary messages of the log, of every kind. */
final class Messages {

  private Messages() {}

  static Arbitrary<LogEntry> entries() {
    Arbitrary<UUID> ids =
        Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    return Combinators.combine(
            ids,
            Arbitraries.integers().greaterOrEqual(1),
            Arbitraries.longs(),
            Arbitraries.integers().greaterOrEqual(1),
            moments(),
            bodies())
        .as(
            (id, dataset, aggregate, sequence, occurredAt, body) ->
                new LogEntry(EventIds.of(id), dataset, aggregate, sequence, occurredAt, body));
  }

  static Arbitrary<Tick> ticks() {
    return moments().map(Tick::new);
  }

  static Arbitrary<Term> terms() {
    Arbitrary<Long> longs = Arbitraries.longs();
    Arbitrary<Integer> numbers = Arbitraries.integers();
    return Combinators.combine(
            Arbitraries.of(TermKind.class),
            longs,
            longs,
            numbers,
            numbers,
            moments().injectNull(0.3),
            moments(),
            moments())
        .as(
            (kind, thing, revision, unit, branch, due, changed, recorded) ->
                new Term(
                    unit, kind, thing, revision, thing / 2, unit, branch, due, changed, recorded));
  }

  private static Arbitrary<Instant> moments() {
    return Arbitraries.longs()
        .between(-62_000_000_000_000L, 253_000_000_000_000L)
        .map(Instant::ofEpochMilli);
  }

  private static Arbitrary<Object> bodies() {
    Arbitrary<Instant> some = moments();
    Arbitrary<Instant> maybe = some.injectNull(0.3);
    Arbitrary<Integer> numbers = Arbitraries.integers();
    Arbitrary<Channel> channels = Arbitraries.of(Channel.class);
    Arbitrary<Outcome> outcomes = Arbitraries.of(Outcome.class);
    Arbitrary<Object> received =
        Combinators.combine(
                some,
                maybe,
                numbers,
                numbers,
                numbers,
                numbers,
                channels,
                Arbitraries.of("Asia/Ho_Chi_Minh", "UTC", "Europe/Amsterdam"))
            .as(
                (at, due, unit, branch, field, procedure, channel, zone) ->
                    new DossierReceived(
                        at,
                        due,
                        unit,
                        branch,
                        field,
                        procedure,
                        channel,
                        zone,
                        unit % 2 == 0,
                        unit,
                        branch,
                        field,
                        procedure,
                        unit % 3 == 0));
    Arbitrary<Boolean> flags = Arbitraries.of(true, false);
    Arbitrary<Object> corrected =
        Combinators.combine(
                maybe,
                maybe,
                maybe,
                outcomes.injectNull(0.5),
                channels.injectNull(0.5),
                numbers.injectNull(0.5))
            .as(DossierCorrected::new);
    return Arbitraries.oneOf(
        received,
        corrected,
        Combinators.combine(Arbitraries.strings(), numbers).as(StepCompleted::new),
        Combinators.combine(some, Arbitraries.of(true, false)).as(DossierPaused::new),
        Combinators.combine(some, maybe).as(DossierResumed::new),
        Combinators.combine(maybe, Arbitraries.of(DueCause.class)).as(DueMoved::new),
        Combinators.combine(some, outcomes, numbers).as(DossierFinished::new),
        Combinators.combine(some, Arbitraries.of(CloseReason.class)).as(DossierClosed::new),
        Combinators.combine(some, maybe).as(DossierReopened::new),
        some.map(DossierVoided::new),
        Combinators.combine(some, numbers, numbers).as(DossierReattributed::new),
        some.map(DossierReturned::new),
        some.map(DossierObserved::new),
        Combinators.combine(some, Arbitraries.of(RequestKind.class), flags, flags)
            .as(SupplementRequested::new),
        Combinators.combine(
                some, numbers.list().ofSize(5), numbers, Arbitraries.of(RatingPlace.class))
            .as(DossierRated::new));
  }
}
