package vn.motcua.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import vn.motcua.eventlog.SharedData;

/**
 * Is a chance of 80 % late in 8 of 10 cases? Measured on a real log (environmental permits, 1,434
 * cases with legal deadlines) month by month: for each of the last months only cases finished
 * before it are known, and every open case is weighed each morning, as the screen does. Prints the
 * Brier score against that of always telling the known share, and reliability by tenths. The
 * figures are in {@code analytics/PERFORMANCE.md}.
 */
class RiskCalibrationTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final YearMonth FIRST = YearMonth.of(2011, 5);
  private static final YearMonth LAST = YearMonth.of(2011, 12);

  /** As {@code RecentTimes} does. */
  private static final int LOOKED_BACK = 365;

  private record Step(String activity, OffsetDateTime at) {}

  private record Case(
      OffsetDateTime begun,
      OffsetDateTime due,
      OffsetDateTime finished,
      String department,
      List<Step> steps) {

    boolean isFinishedBefore(OffsetDateTime moment) {
      return finished != null && finished.isBefore(moment);
    }

    /** The step it stands at; the receipt before the first one. */
    Step at(OffsetDateTime moment) {
      Step present = new Step("", begun);
      for (Step step : steps) {
        if (!step.at().isAfter(moment) && step.at().isAfter(present.at())) {
          present = step;
        }
      }
      return present;
    }
  }

  private record Told(double chance, boolean late) {}

  @Test
  void chances_come_true_on_months_that_were_not_known(TestReporter reporter) throws Exception {
    List<Case> cases;
    try (InputStream file =
        new BufferedInputStream(
            new GZIPInputStream(Files.newInputStream(SharedData.eventLog("receipt.xes.gz"))))) {
      cases = read(file);
    }
    List<Told> told = List.of();
    List<Told> constant = List.of();
    for (boolean putRight : new boolean[] {false, true}) {
      told = new ArrayList<>();
      constant = new ArrayList<>();
      for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
        hold(cases, month, putRight, told, constant);
      }
      String table =
          (putRight ? "put right by what was told before" : "by the durations alone")
              + table(told, constant);
      reporter.publishEntry("calibration", table);
      System.getLogger(getClass().getName()).log(System.Logger.Level.INFO, table);
    }

    assertThat(told).hasSizeGreaterThan(5_000);
    assertThat(brier(told)).as("better than telling the known share").isLessThan(brier(constant));
    // What is told as "nguy cơ trễ" must mostly be late.
    assertThat(told.stream().filter(one -> one.chance() >= 0.8))
        .satisfies(
            sure ->
                assertThat(sure.stream().mapToInt(one -> one.late() ? 1 : 0).average().orElse(0))
                    .isGreaterThan(0.5));
  }

  /** Weighs each morning of a month what is open then, knowing only what was finished before it. */
  private static void hold(
      List<Case> all, YearMonth month, boolean putRight, List<Told> told, List<Told> constant) {
    OffsetDateTime known = morning(month, 1);
    List<Case> cases =
        all.stream().filter(one -> one.begun().isAfter(known.minusDays(LOOKED_BACK))).toList();
    RemainingTimes.Collector collector = new RemainingTimes.Collector();
    int finished = 0;
    int late = 0;
    for (Case one : cases) {
      if (one.isFinishedBefore(known)) {
        finished++;
        late += one.finished().isAfter(one.due()) ? 1 : 0;
        collector.add(List.of("", one.department()), minutes(one.begun(), one.finished()));
        for (Step step : one.steps()) {
          if (step.at().isBefore(one.finished())) {
            collector.add(
                List.of(step.activity(), one.department()), minutes(step.at(), one.finished()));
          }
        }
      }
    }
    for (Case one : cases) {
      if (one.begun().isBefore(known) && !one.isFinishedBefore(known)) {
        collector.addLasting(List.of("", one.department()), minutes(one.begun(), known));
        for (Step step : one.steps()) {
          if (step.at().isBefore(known)) {
            collector.addLasting(
                List.of(step.activity(), one.department()), minutes(step.at(), known));
          }
        }
      }
    }
    RemainingTimes times = collector.times();
    Reliability reliability = reliability(times, cases, known);
    double share = (double) late / finished;
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      OffsetDateTime now = morning(month, day);
      for (Case one : all) {
        boolean open = one.begun().isBefore(now) && !one.isFinishedBefore(now);
        // An unfinished case whose limit passed within the log is late; the others are unknown.
        boolean decided = one.finished() != null || one.due().isBefore(morning(LAST, 31));
        if (open && decided && one.due().isAfter(now)) {
          Step step = one.at(now);
          boolean wasLate = one.finished() == null || one.finished().isAfter(one.due());
          double chance =
              times.late(
                  List.of(step.activity(), one.department()),
                  minutes(step.at(), now),
                  minutes(now, one.due()));
          told.add(new Told(putRight ? reliability.corrected(chance) : chance, wasLate));
          constant.add(new Told(share, wasLate));
        }
      }
    }
  }

  /** What would have been told of what was finished by then, a few times while it was open. */
  private static Reliability reliability(
      RemainingTimes times, List<Case> cases, OffsetDateTime known) {
    Reliability.Collector collector = new Reliability.Collector();
    for (Case one : cases) {
      if (one.isFinishedBefore(known)) {
        for (Step step : one.steps()) {
          for (int day : new int[] {0, 1, 3, 7, 14, 28}) {
            OffsetDateTime look = step.at().plusDays(day);
            if (look.isBefore(one.finished()) && look.isBefore(one.due())) {
              collector.tell(
                  times.late(
                      List.of(step.activity(), one.department()),
                      minutes(step.at(), look),
                      minutes(look, one.due())),
                  one.finished().isAfter(one.due()));
            }
          }
        }
      }
    }
    return collector.reliability();
  }

  private static OffsetDateTime morning(YearMonth month, int day) {
    return ZonedDateTime.of(month.atDay(day), java.time.LocalTime.of(8, 0), ZONE)
        .toOffsetDateTime();
  }

  private static long minutes(OffsetDateTime from, OffsetDateTime to) {
    return Math.max(0, Duration.between(from, to).toMinutes());
  }

  private static double brier(List<Told> told) {
    return told.stream()
        .mapToDouble(one -> Math.pow(one.chance() - (one.late() ? 1 : 0), 2))
        .average()
        .orElseThrow();
  }

  private static String table(List<Told> told, List<Told> constant) {
    StringBuilder table =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%n%,d chances told, %s to %s; Brier %.4f, always the known share %.4f%n"
                    + "| told | n | mean told | late |%n|---|---|---|---|%n",
                told.size(),
                FIRST,
                LAST,
                brier(told),
                brier(constant)));
    for (int tenth = 0; tenth < 10; tenth++) {
      int of = tenth;
      List<Told> those =
          told.stream().filter(one -> Math.min(9, (int) (one.chance() * 10)) == of).toList();
      table.append(
          String.format(
              Locale.ROOT,
              "| %d–%d %% | %,d | %.1f %% | %.1f %% |%n",
              10 * tenth,
              10 * tenth + 10,
              those.size(),
              100 * those.stream().mapToDouble(Told::chance).average().orElse(0),
              100 * those.stream().mapToInt(one -> one.late() ? 1 : 0).average().orElse(0)));
    }
    return table.toString();
  }

  private static List<Case> read(InputStream file) throws IOException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader xml = factory.createXMLStreamReader(file);
    List<Case> cases = new ArrayList<>();
    Map<String, String> trace = new HashMap<>();
    Map<String, String> event = null;
    List<Step> steps = new ArrayList<>();
    boolean inside = false;
    while (xml.hasNext()) {
      int what = xml.next();
      if (what == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        if (name.equals("trace")) {
          inside = true;
          trace.clear();
          steps = new ArrayList<>();
        } else if (name.equals("event")) {
          event = new HashMap<>();
        } else if (inside) {
          (event == null ? trace : event)
              .put(xml.getAttributeValue(null, "key"), xml.getAttributeValue(null, "value"));
        }
      } else if (what == XMLStreamConstants.END_ELEMENT) {
        if (xml.getLocalName().equals("event")) {
          steps.add(
              new Step(
                  event.get("concept:name"), OffsetDateTime.parse(event.get("time:timestamp"))));
          event = null;
        } else if (xml.getLocalName().equals("trace")) {
          inside = false;
          if (trace.containsKey("startdate") && trace.containsKey("deadline")) {
            String end = trace.get("enddate");
            cases.add(
                new Case(
                    OffsetDateTime.parse(trace.get("startdate")),
                    OffsetDateTime.parse(trace.get("deadline")),
                    end == null ? null : OffsetDateTime.parse(end),
                    trace.getOrDefault("department", ""),
                    steps));
          }
        }
      }
    }
    return cases;
  }
}
