package vn.motcua.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import vn.motcua.figures.RefereeVerdict;
import vn.motcua.figures.indicator.Indicator;
import vn.motcua.figures.indicator.IndicatorAnswer;
import vn.motcua.figures.indicator.IndicatorAnswer.Part;
import vn.motcua.figures.indicator.IndicatorAnswer.Value;
import vn.motcua.figures.indicator.IndicatorQuestion;

/** Indicators as JSON. */
final class IndicatorJson {

  private IndicatorJson() {}

  static String of(
      List<IndicatorAnswer> answers, List<RefereeVerdict> verdicts, IndicatorQuestion question) {
    JsonArrayBuilder lines = Json.createArrayBuilder();
    answers.forEach(answer -> lines.add(line(answer)));
    JsonObjectBuilder json = head(question).add("indicators", lines);
    verdicts.stream().findFirst().ifPresent(verdict -> json.add("verdict", verdict(verdict)));
    return json.build().toString();
  }

  static String of(IndicatorAnswer answer) {
    JsonArrayBuilder parts = Json.createArrayBuilder();
    for (Part part : answer.parts()) {
      parts.add(
          value(
              Json.createObjectBuilder()
                  .add("part", part.key())
                  .add("name", part.name())
                  .add("enoughCases", part.ranked()),
              answer.indicator(),
              part.value()));
    }
    return head(answer.question())
        .add("by", answer.question().by().code())
        .add("minimumSample", IndicatorAnswer.MINIMUM_SAMPLE)
        .add("indicator", line(answer))
        .add("parts", parts)
        .build()
        .toString();
  }

  private static JsonObjectBuilder head(IndicatorQuestion question) {
    return Json.createObjectBuilder()
        .add("dataset", question.dataset())
        .add("from", question.from().toString())
        .add("to", question.to().toString());
  }

  private static JsonObjectBuilder line(IndicatorAnswer answer) {
    Indicator indicator = answer.indicator();
    JsonArrayBuilder dimensions = Json.createArrayBuilder();
    indicator.dimensions().stream().sorted().forEach(legal -> dimensions.add(legal.code()));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("code", indicator.code())
            .add("name", indicator.vietnamese())
            .add("nameEnglish", indicator.english())
            .add("kind", indicator.kind().name())
            .add("dimensions", dimensions)
            .add("formula", indicator.formula())
            .add("formulaEnglish", indicator.formulaEnglish())
            .add("since", indicator.validFrom().toString())
            .add("legalSource", indicator.legalSource());
    if (!indicator.isStreamed()) {
      json.add("notInTheStream", indicator.source().reason());
    }
    if (indicator.target() != null) {
      json.add(
          "target",
          Json.createObjectBuilder()
              .add("comparison", indicator.target().comparison().name())
              .add("permille", indicator.target().permille())
              .add("source", indicator.target().source()));
    }
    return value(json, indicator, answer.total());
  }

  private static JsonObjectBuilder value(JsonObjectBuilder json, Indicator indicator, Value value) {
    if (!value.exists()) {
      return json.add("n", 0);
    }
    json.add("n", value.sample());
    if (value.p50() != null) {
      return json.add("p50Minutes", value.p50()).add("p90Minutes", value.p90());
    }
    json.add("numerator", value.numerator());
    return indicator.isShare() ? json.add("denominator", value.denominator()) : json;
  }

  private static JsonObjectBuilder verdict(RefereeVerdict verdict) {
    return Json.createObjectBuilder()
        .add("verdict", verdict.matches() ? "khớp" : "lệch")
        .add("horizon", verdict.horizon())
        .add("time", verdict.time().toString())
        .add("checkedAt", verdict.checkedAt().toString())
        .add("scheduled", verdict.scheduled())
        .add("differences", verdict.differences());
  }
}
