package vn.motcua.demo;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import vn.motcua.demo.DemoDatasets.Stage;
import vn.motcua.demo.DemoSteps.After;
import vn.motcua.demo.DossierLife.Next;
import vn.motcua.failure.CodedFailure;
import vn.motcua.identity.InventedPeople;
import vn.motcua.identity.InventedPerson;
import vn.motcua.reception.IntakeResult;
import vn.motcua.reception.PersonEntry;
import vn.motcua.worktime.WorkingTime;

/**
 * Lives a plan: one thread looks at the demo's clock and hands out what is due, a few others do it
 * through the services. Things of one dossier never overtake each other, since each is planned by
 * the one before. Where the machine is slower than the speed asked for, things happen late by the
 * clock on the wall but carry the moments of the plan, so that a seed always gives one history.
 */
final class DemoRun {

  private static final System.Logger LOG = System.getLogger(DemoRun.class.getName());
  private static final int WORKERS = 3;
  private static final int PEOPLE = 20_000;
  private static final long GLANCE_NANOS = 20_000_000L;

  /**
   * Something that is to happen. Ties are broken by the number, so that the order is always one.
   */
  private record Due(Instant at, long number, Runnable deed) {}

  private final DemoOrder order;
  private final Stage stage;
  private final DemoSteps steps;
  private final FastClock clock;
  private final ManagedThreadFactory threads;
  private final WorkingTime time;
  private final CityPlan plan;
  private final List<InventedPerson> people = new ArrayList<>(PEOPLE);
  private final PriorityBlockingQueue<Due> due =
      new PriorityBlockingQueue<>(
          1024, Comparator.comparing(Due::at).thenComparingLong(Due::number));
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final Semaphore hands = new Semaphore(WORKERS);
  private volatile boolean running = true;
  private Thread keeper;
  private ExecutorService workers;
  private LocalDate planned;

  DemoRun(
      DemoOrder order,
      Stage stage,
      DemoSteps steps,
      InstantSource clock,
      ManagedThreadFactory threads) {
    this.order = order;
    this.stage = stage;
    this.steps = steps;
    this.clock = new FastClock(clock, stage.firstMoment(), order.speed());
    this.threads = threads;
    time = new WorkingTime(stage.calendar());
    plan = new CityPlan(stage.calendar(), PEOPLE);
    planned = stage.first().minusDays(1);
    InventedPeople invented = new InventedPeople(order.seed());
    for (int i = 0; i < PEOPLE; i++) {
      people.add(invented.next());
    }
  }

  void start() {
    workers = Executors.newFixedThreadPool(WORKERS, threads);
    keeper = threads.newThread(this::keepTime);
    keeper.setName("motcua-demo");
    keeper.start();
  }

  void stop() {
    running = false;
    if (keeper != null) {
      LockSupport.unpark(keeper);
      workers.shutdown();
    }
  }

  DemoProgress progress() {
    return new DemoProgress(
        stage.dataset(), order, clock.instant(), received.get(), done.get(), failed.get(), running);
  }

  private void keepTime() {
    try {
      while (running) {
        planUntil(stage.calendar().dateAt(clock.instant()).plusDays(1));
        Due next = due.peek();
        long wait = next == null ? GLANCE_NANOS : clock.until(next.at()).toNanos();
        if (wait > 0) {
          LockSupport.parkNanos(this, Math.min(wait, GLANCE_NANOS));
        } else {
          hands.acquire();
          handOut(due.poll());
        }
      }
    } catch (InterruptedException e) {
      running = false;
    } catch (RuntimeException e) {
      running = false;
      LOG.log(System.Logger.Level.ERROR, "The demo day ends", e);
    }
  }

  private void planUntil(LocalDate day) {
    while (planned.isBefore(day)) {
      planned = planned.plusDays(1);
      for (PlannedVisit visit : plan.day(planned, order.seed(), order.visitsPerDay())) {
        happen(visit.at(), () -> receive(visit));
      }
    }
  }

  private void happen(Instant at, Runnable deed) {
    due.add(new Due(at, numbers.incrementAndGet(), deed));
  }

  private void handOut(Due one) {
    workers.execute(
        () -> {
          try {
            one.deed().run();
            done.incrementAndGet();
          } catch (RuntimeException e) {
            failed.incrementAndGet();
            LOG.log(
                System.Logger.Level.WARNING,
                "Refused in the demo: {0}",
                e instanceof CodedFailure coded ? coded.code() + " " + e.getMessage() : e);
          } finally {
            hands.release();
          }
        });
  }

  private void receive(PlannedVisit visit) {
    IntakeResult result =
        steps.receive(
            stage.datasetId(), stage.branches().get(visit.branch()), visit, person(visit));
    for (int i = 0; i < result.dossiers().size(); i++) {
      long dossier = result.dossiers().get(i).id();
      received.incrementAndGet();
      Fate fate = visit.dossiers().get(i).fate();
      DossierLife life = new DossierLife(fate, time);
      Follower follower = new Follower(dossier, life, fate, visit);
      happen(visit.at(), () -> follower.goOn(visit.at(), steps.present(dossier)));
    }
  }

  private PersonEntry person(PlannedVisit visit) {
    InventedPerson person = people.get(visit.person());
    int commune = stage.communes().get(visit.person() % stage.communes().size());
    return PersonEntry.citizen(
        person.fullName(), person.nationalId(), person.birthDate(), person.phone(), commune);
  }

  /** Leads one dossier through its life. */
  private final class Follower {
    private final long dossier;
    private final DossierLife life;
    private final Fate fate;
    private final PlannedVisit visit;

    Follower(long dossier, DossierLife life, Fate fate, PlannedVisit visit) {
      this.dossier = dossier;
      this.life = life;
      this.fate = fate;
      this.visit = visit;
    }

    void goOn(Instant at, After after) {
      switch (after.standing()) {
        case GOES_ON -> plan(life.during(at, after.minutes()));
        case HAS_RESULT -> plan(life.afterResult(at));
        case ENDED -> {
          // The rating, if any, was planned with the handing over.
        }
      }
    }

    private void plan(Next next) {
      happen(next.at(), () -> act(next));
    }

    private void act(Next next) {
      Instant at = next.at();
      String actor = "demo." + visit.branch();
      switch (next.deed()) {
        case ADVANCE -> goOn(at, steps.advance(dossier, at, actor));
        case REFUSE -> goOn(at, steps.refuse(dossier, at, actor));
        case WITHDRAW -> goOn(at, steps.withdraw(dossier, at, actor));
        case REQUEST_SUPPLEMENT -> {
          steps.requestSupplement(dossier, at, actor);
          plan(life.afterRequest(at));
        }
        case ANSWER_SUPPLEMENT -> goOn(at, steps.answerSupplement(dossier, at, actor));
        case GIVE_RESULT -> {
          steps.giveResult(dossier, at, people.get(visit.person()).fullName(), actor);
          if (fate.rating() != null) {
            plan(life.rating(at));
          }
        }
        case RATE -> steps.rate(dossier, at, fate.rating());
      }
    }
  }
}
