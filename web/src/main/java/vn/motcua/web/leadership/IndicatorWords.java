package vn.motcua.web.leadership;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.figures.RefereeVerdict;
import vn.motcua.figures.board.Goal;
import vn.motcua.figures.board.Ratio;
import vn.motcua.figures.board.Target;
import vn.motcua.figures.indicator.Dimension;
import vn.motcua.figures.indicator.Indicator;
import vn.motcua.figures.indicator.IndicatorAnswer.Value;
import vn.motcua.figures.indicator.Kind;
import vn.motcua.figures.indicator.Source;
import vn.motcua.web.layout.Words;

/** Says what an indicator is and what it amounts to; all of it derived from its declaration. */
@RequestScoped
public class IndicatorWords {

  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;
  private static final int WORKING_DAY = 8 * HOUR;

  /** What is counted in working minutes. */
  private static final Set<String> WORKING = Set.of("FLOW_WORKING", "TIME_LOST");

  @Inject private Words words;
  @Inject private BoardWords boardWords;

  public String name(Indicator indicator) {
    return english() ? indicator.english() : indicator.vietnamese();
  }

  public String formula(Indicator indicator) {
    return english() ? indicator.formulaEnglish() : indicator.formula();
  }

  public String kind(Indicator indicator) {
    return words.of("indicators.kind." + indicator.kind().name().toLowerCase(Locale.ROOT));
  }

  /** By what it may be cut, in words. */
  public String dimensions(Indicator indicator) {
    return indicator.dimensions().isEmpty()
        ? words.of("indicators.by.none")
        : indicator.dimensions().stream()
            .sorted(Comparator.naturalOrder())
            .map(this::dimension)
            .collect(Collectors.joining(", "));
  }

  public String dimension(Dimension dimension) {
    return words.of("indicators.by." + dimension.code());
  }

  /** Where its numbers come from, and if not from the stream, why not. */
  public String source(Indicator indicator) {
    Source source = indicator.source();
    return source.reason() == null
        ? words.of("indicators.source.stream")
        : words.of(
            "indicators.source.tables", english() ? source.reasonEnglish() : source.reason());
  }

  /** The figure in short; where there is none, that. */
  public String value(Indicator indicator, Value value) {
    if (!value.exists()) {
      return words.of("figures.no-data");
    }
    if (indicator.kind() == Kind.QUANTILE) {
      return words.of("indicators.half", time(indicator, value.p50()));
    }
    if (indicator.code().equals(Goal.T1.name()) || indicator.code().equals(Goal.K1.name())) {
      return boardWords.value(
          Goal.valueOf(indicator.code()), new Ratio(value.numerator(), value.denominator()));
    }
    if (indicator.isMean()) {
      return decimal((double) value.numerator() / value.denominator());
    }
    return indicator.isShare()
        ? words.getNotation().percent(value.numerator(), value.denominator())
        : words.getNotation().count(value.numerator());
  }

  /** “90 % dưới 5,3 ngày”; of others, what is over what; empty for a count. */
  public String beside(Indicator indicator, Value value) {
    if (!value.exists() || !(indicator.isShare() || indicator.kind() == Kind.QUANTILE)) {
      return "";
    }
    return indicator.kind() == Kind.QUANTILE
        ? words.of("indicators.most", time(indicator, value.p90()))
        : words.of(
            "indicators.of",
            words.getNotation().count(value.numerator()),
            words.getNotation().count(value.denominator()));
  }

  /** Minutes in the largest unit that fits; a working day has eight hours. */
  public String time(Indicator indicator, Long minutes) {
    if (minutes == null) {
      return "–";
    }
    return time(minutes, WORKING.contains(indicator.code()));
  }

  /** Working minutes in the largest unit that fits. */
  String workingTime(long minutes) {
    return time(minutes, true);
  }

  private String time(long minutes, boolean working) {
    int day = working ? WORKING_DAY : DAY;
    if (minutes < HOUR) {
      return words.of("indicators.minutes", String.valueOf(minutes));
    }
    return minutes < day
        ? words.of("indicators.hours", decimal((double) minutes / HOUR))
        : words.of(
            working ? "indicators.working-days" : "indicators.days",
            decimal((double) minutes / day));
  }

  /** “≥ 85 %”; a dash where none was set. */
  public String target(Indicator indicator) {
    Target target = indicator.target();
    return target == null
        ? "–"
        : words.of(
            "indicators.target." + target.comparison().name().toLowerCase(Locale.ROOT),
            words.getNotation().percent(target.permille(), 1000));
  }

  /** good, bad, or unknown where there is no target or no figure. */
  public String reached(Indicator indicator, Value value) {
    if (indicator.target() == null || !value.exists()) {
      return "unknown";
    }
    return indicator.target().reachedBy(new Ratio(value.numerator(), value.denominator()))
        ? "good"
        : "bad";
  }

  /** good: khớp; bad: lệch; unknown: never compared. */
  public String checkState(Indicator indicator, RefereeVerdict verdict) {
    Long differing = verdict == null ? null : verdict.of(indicator.rollUp());
    if (differing == null) {
      return "unknown";
    }
    if (verdict.flows().stream().anyMatch(indicator.flows()::contains)) {
      return "bad";
    }
    // Of many differing cells only the first are told: then nothing is known of the others.
    return differing > RefereeVerdict.MOST_TOLD ? "unknown" : "good";
  }

  public String check(Indicator indicator, RefereeVerdict verdict) {
    return words.of("indicators.check." + checkState(indicator, verdict));
  }

  private String decimal(double number) {
    NumberFormat format = NumberFormat.getNumberInstance(words.locale());
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(number);
  }

  private boolean english() {
    return words.locale().getLanguage().equals("en");
  }
}
