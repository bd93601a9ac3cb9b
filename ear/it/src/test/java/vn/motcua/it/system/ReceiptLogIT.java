package vn.motcua.it.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.EventLogs;
import vn.motcua.it.running.Figures;
import vn.motcua.it.running.Shared;

/**
 * A real log of 1,434 permit applications through the whole system: the stream's figures, the
 * referee's and the printed form against answers that were computed elsewhere.
 */
class ReceiptLogIT {

  private static final String WHOLE = "&from=2010-10-01&to=2012-02-01";

  private static Api api;
  private static Figures figures;
  private static String dataset;
  private static long horizon;
  private static JsonNode answers;

  @BeforeAll
  static void importTheLog() throws IOException {
    Path log = Shared.file("data/event-logs/receipt.xes.gz");
    answers = new ObjectMapper().readTree(Shared.file("data/event-logs/receipt_sla.json").toFile());
    api = Api.administrator();
    figures = new Figures(api);
    EventLogs logs = new EventLogs(api);
    Api.Answer sent = logs.send(log, EventLogs.receiptMapping());
    dataset = logs.active(sent.json().get("id").asLong(), Duration.ofMinutes(6));
    horizon = figures.frozenHorizon(dataset, Duration.ofMinutes(6)).get("id").asLong();
  }

  @Test
  void totalsAreTheKnownOnesInStreamAndReferee() {
    JsonNode total = bothAt(WHOLE).get(0);
    assertThat(total.at("/received/total").asLong()).isEqualTo(1434);
    assertThat(inTime(total)).isEqualTo(952);
    assertThat(total.at("/resolved/late/total").asLong()).isEqualTo(377);
    assertThat(total.at("/open/total").asLong()).isEqualTo(105);
    assertThat(total.at("/open/overdue").asLong()).isEqualTo(39);
    assertThat(total.at("/open/within").asLong()).isEqualTo(66);
    assertThat(total.at("/identityHolds").asBoolean()).isTrue();
  }

  @Test
  void everyCellIsEqual() {
    JsonNode comparison = figures.comparison(dataset, horizon);
    assertThat(comparison.get("differences")).as(comparison.toString()).isEmpty();
    assertThat(comparison.get("verdict").asText()).isEqualTo("khớp");
  }

  @Test
  void monthsAreTheKnownOnes() {
    Map<String, JsonNode> months = byKey(bothAt(WHOLE + "&by=month"), "bucket");
    Map<String, Long> received = new TreeMap<>();
    Map<String, String> finished = new TreeMap<>();
    months.forEach(
        (month, row) -> {
          received.put(month, row.at("/received/total").asLong());
          finished.put(month, inTime(row) + "/" + row.at("/resolved/late/total").asLong());
          assertThat(row.get("identityHolds").asBoolean()).isTrue();
        });
    Map<String, Long> expectedReceived = new TreeMap<>();
    fields(answers.get("received_by_month_of_startdate"))
        .forEach((month, count) -> expectedReceived.put(month, count.asLong()));
    Map<String, String> expectedFinished = new TreeMap<>();
    fields(answers.get("finished_by_month_of_enddate"))
        .forEach(
            (month, count) ->
                expectedFinished.put(
                    month, count.get("on_time").asLong() + "/" + count.get("late").asLong()));
    assertThat(received).isEqualTo(expectedReceived);
    assertThat(finished).isEqualTo(expectedFinished);
  }

  @Test
  void stocksAtMonthStartsAreTheKnownOnes() {
    Map<String, JsonNode> months = byKey(bothAt(WHOLE + "&by=month"), "bucket");
    Map<String, JsonNode> states =
        fields(answers.get("state_at_month_start (s<t received, e<t finished, d<t overdue)"));
    states.forEach(
        (moment, state) -> {
          String month = moment.substring(0, 7);
          JsonNode row = months.get(month);
          if (row != null) {
            assertThat(row.get("carriedOver").asLong())
                .as("open at the start of " + month)
                .isEqualTo(state.get("open").asLong());
          }
        });
    assertThat(states).hasSizeGreaterThan(12);
    // Overdue at the start of a month = overdue at the end of the month before.
    assertThat(months.get("2011-06").at("/open/overdue").asLong()).isEqualTo(44);
    assertThat(months.get("2010-11").at("/open/overdue").asLong()).isEqualTo(3);
  }

  @Test
  void channelsAndDepartmentsAreTheKnownOnes() {
    Map<String, JsonNode> channels = byKey(bothAt(WHOLE + "&by=channel"), "part");
    assertThat(sum(channels, "DIRECT")).isEqualTo(known("by_channel", "Desk"));
    assertThat(sum(channels, "POST")).isEqualTo(known("by_channel", "Post"));
    assertThat(sum(channels, "OTHER")).isEqualTo(known("by_channel", "Intern"));
    // The mapping counts both the portal and e-mail as online.
    assertThat(sum(channels, "ONLINE")).isEqualTo("1271/848/321/102");
    Map<String, JsonNode> units = byKey(bothAt(WHOLE + "&by=unit"), "name");
    for (String department : new String[] {"Customer contact", "Experts", "General"}) {
      assertThat(sum(units, department))
          .as(department)
          .isEqualTo(known("by_department", department));
    }
  }

  @Test
  void thePrintedFormSaysTheSame() throws IOException {
    JsonNode report = api.post("api/v1/reports/ii-06a?dataset=" + dataset + "&period=2011").json();
    byte[] pdf = api.get(report.get("pdf").asText()).body();
    JsonNode period =
        figures
            .referee("dataset=" + dataset + "&from=2010-12-15&to=2011-12-15&horizon=" + horizon)
            .get("figures")
            .get(0);
    String text;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      text = new PDFTextStripper().getText(document);
    }
    assertThat(text).contains("Năm 2011").contains("Biểu số II.06a/VPCP/KSTT");
    long received = period.get("carriedOver").asLong() + period.at("/received/total").asLong();
    String totals =
        "%s %s %s %s %s %s %s %s %s %s %s"
            .formatted(
                number(received),
                number(period.at("/received/online").asLong()),
                number(
                    period.at("/received/total").asLong() - period.at("/received/online").asLong()),
                number(period.get("carriedOver").asLong()),
                number(period.at("/resolved/total").asLong()),
                number(period.at("/resolved/early/total").asLong()),
                number(period.at("/resolved/onTime/total").asLong()),
                number(period.at("/resolved/late/total").asLong()),
                number(period.at("/open/total").asLong()),
                number(period.at("/open/within").asLong()),
                number(period.at("/open/overdue").asLong()));
    // Once for the only level and once in the last row.
    assertThat(text.split(Pattern.quote(totals), -1)).as(totals + "\nin\n" + text).hasSize(3);
    assertThat(api.get(report.get("pdf").asText()).body()).isEqualTo(pdf);
    assertThat(api.get(report.get("xlsx").asText()).body()).startsWith('P', 'K');
  }

  @Test
  void theSameFileAgainIsTheEarlierImport() throws IOException {
    EventLogs logs = new EventLogs(api);
    Api.Answer again =
        logs.send(Shared.file("data/event-logs/receipt.xes.gz"), EventLogs.receiptMapping());
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().get("dataset").asText()).isEqualTo(dataset);
  }

  private static JsonNode bothAt(String query) {
    String asked = "dataset=" + dataset + query + "&horizon=" + horizon;
    JsonNode stream = figures.stream(asked).get("figures");
    assertThat(figures.referee(asked).get("figures")).isEqualTo(stream);
    return stream;
  }

  private static long inTime(JsonNode row) {
    return row.at("/resolved/early/total").asLong() + row.at("/resolved/onTime/total").asLong();
  }

  private static String sum(Map<String, JsonNode> rows, String key) {
    JsonNode row = rows.get(key);
    return "%d/%d/%d/%d"
        .formatted(
            row.at("/received/total").asLong(),
            inTime(row),
            row.at("/resolved/late/total").asLong(),
            row.at("/open/total").asLong());
  }

  private static String known(String group, String key) {
    JsonNode row = answers.get(group).get(key);
    return "%d/%d/%d/%d"
        .formatted(
            row.get("received").asLong(),
            row.get("on_time").asLong(),
            row.get("late").asLong(),
            row.get("unfinished").asLong());
  }

  private static String number(long value) {
    return "%,d".formatted(value).replace(',', '.');
  }

  private static Map<String, JsonNode> byKey(JsonNode rows, String key) {
    Map<String, JsonNode> map = new TreeMap<>();
    rows.forEach(row -> map.put(row.get(key).asText(), row));
    return map;
  }

  private static Map<String, JsonNode> fields(JsonNode object) {
    Map<String, JsonNode> map = new TreeMap<>();
    for (Iterator<Map.Entry<String, JsonNode>> i = object.fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> field = i.next();
      map.put(field.getKey(), field.getValue());
    }
    return map;
  }
}
