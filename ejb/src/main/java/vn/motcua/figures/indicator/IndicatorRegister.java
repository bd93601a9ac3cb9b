package vn.motcua.figures.indicator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All declared indicators, in the order in which they are shown. */
public final class IndicatorRegister {

  private static final List<Indicator> ALL =
      Stream.of(
              GoalIndicators.ALL,
              BesideIndicators.ALL,
              TimeIndicators.ALL,
              LateIndicators.ALL,
              List.of(LateIndicators.AT_BRANCH),
              ConductIndicators.ALL,
              TableIndicators.ALL,
              IndexIndicators.ALL)
          .flatMap(List::stream)
          .toList();

  private IndicatorRegister() {}

  public static List<Indicator> all() {
    return ALL;
  }

  public static Optional<Indicator> find(String code) {
    return ALL.stream().filter(indicator -> indicator.code().equalsIgnoreCase(code)).findFirst();
  }
}
