package vn.motcua.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import vn.motcua.figures.Comparison;
import vn.motcua.figures.Dimensions;
import vn.motcua.figures.FigureAnswer;
import vn.motcua.figures.Horizon;
import vn.motcua.figures.PeriodFigures;
import vn.motcua.figures.StreamPosition;

/** Figures as JSON: every term of the identity by name, and where they come from. */
final class FigureJson {

  private FigureJson() {}

  static String of(FigureAnswer answer, FigureParts parts) {
    Map<String, Dimensions.Name> names = parts.names(answer.query().dataset(), answer.query().by());
    JsonArrayBuilder rows = Json.createArrayBuilder();
    answer.figures().forEach(row -> rows.add(row(row, names)));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("source", answer.source())
            .add("formulaVersion", answer.formulaVersion())
            .add("dataset", answer.query().dataset())
            .add("from", answer.query().from().toString())
            .add("to", answer.query().to().toString());
    if (answer.horizon() != null) {
      json.add("horizon", of(answer.horizon()));
    }
    if (answer.position() != null) {
      json.add("position", of(answer.position()));
    }
    return json.add("figures", rows).build().toString();
  }

  static JsonObjectBuilder of(Horizon horizon) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    if (horizon.id() > 0) {
      json.add("id", horizon.id());
    }
    json.add("state", horizon.state().name());
    if (horizon.xid() != null) {
      json.add("transactionsBefore", horizon.xid()).add("time", horizon.time().toString());
    }
    if (!horizon.from().equals(LocalDate.MIN)) {
      json.add("from", horizon.from().toString());
    }
    if (!horizon.to().equals(LocalDate.MAX)) {
      json.add("to", horizon.to().toString());
    }
    return json;
  }

  static JsonObjectBuilder of(StreamPosition position) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    if (position.time() != null) {
      Duration age = position.age();
      json.add("time", position.time().toString()).add("ageMillis", age.toMillis());
    }
    return json.add("pendingEvents", position.pending())
        .add("recordsSetAside", position.setAside());
  }

  static String of(Comparison comparison, FigureParts parts) {
    JsonArrayBuilder differences = Json.createArrayBuilder();
    for (Comparison.Difference difference : comparison.differences()) {
      JsonObjectBuilder cell =
          Json.createObjectBuilder()
              .add("rollUp", difference.rollUp().name())
              .add("day", difference.day().toString())
              .add("unitId", difference.unitId())
              .add("fieldId", difference.fieldId());
      if (difference.channel() != null) {
        cell.add("channel", difference.channel()).add("dated", difference.dated());
      }
      differences.add(
          cell.add("flow", difference.flow())
              .add("stream", difference.stream())
              .add("referee", difference.referee()));
    }
    return Json.createObjectBuilder()
        .add("verdict", comparison.matches() ? "khớp" : "lệch")
        .add("matches", comparison.matches())
        .add("count", comparison.count())
        .add("differences", differences)
        .build()
        .toString();
  }

  private static JsonObjectBuilder row(PeriodFigures row, Map<String, Dimensions.Name> names) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    if (!row.bucket().isEmpty()) {
      json.add("bucket", row.bucket());
    }
    if (row.part() != null) {
      Dimensions.Name name = names.get(row.part());
      json.add("part", name == null ? row.part() : name.code());
      json.add("name", name == null ? row.part() : name.name());
    }
    return json.add("carriedOver", row.carriedOver())
        .add(
            "received",
            Json.createObjectBuilder()
                .add("total", row.received())
                .add("direct", row.receivedDirect())
                .add("online", row.receivedOnline())
                .add("post", row.receivedPost())
                .add("other", row.receivedOther()))
        .add("transferredIn", row.transferredIn())
        .add("reopened", row.reopened())
        .add(
            "resolved",
            Json.createObjectBuilder()
                .add("total", row.resolved())
                .add("early", split(row.early(), row.earlyGranted(), row.earlyRefused()))
                .add("onTime", split(row.onTime(), row.onTimeGranted(), row.onTimeRefused()))
                .add("late", split(row.late(), row.lateGranted(), row.lateRefused()))
                .add("undated", split(row.undated(), row.undatedGranted(), row.undatedRefused())))
        .add(
            "closedWithoutResult",
            Json.createObjectBuilder()
                .add("total", row.closedWithoutResult())
                .add("beforeDue", row.closedBeforeDue())
                .add("afterDue", row.closedAfterDue()))
        .add("voided", row.voided())
        .add("transferredOut", row.transferredOut())
        .add(
            "open",
            Json.createObjectBuilder()
                .add("total", row.open())
                .add("within", row.within())
                .add("paused", row.paused())
                .add("overdue", row.overdue()))
        .add("identityHolds", row.identityHolds());
  }

  private static JsonObjectBuilder split(long total, long granted, long refused) {
    return Json.createObjectBuilder()
        .add("total", total)
        .add("granted", granted)
        .add("refused", refused);
  }
}
