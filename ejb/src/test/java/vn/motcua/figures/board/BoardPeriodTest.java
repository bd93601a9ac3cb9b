package vn.motcua.figures.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.board.BoardPeriod.Kind;

class BoardPeriodTest {

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs().between(-20_000, 40_000).map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<Kind> named() {
    return Arbitraries.of(Arrays.stream(Kind.values()).filter(k -> k != Kind.RANGE).toList());
  }

  @Property
  void aPeriodHoldsItsDayAndMeetsTheOneBefore(
      @ForAll @From("named") Kind kind, @ForAll @From("days") LocalDate day) {
    BoardPeriod period = BoardPeriod.of(kind, day);
    assertThat(day).isAfterOrEqualTo(period.from()).isBefore(period.to());
    assertThat(period.previous().to()).isEqualTo(period.from());
    assertThat(BoardPeriod.of(kind, period.last())).isEqualTo(period);
  }

  @Property
  void isComparedWithNoMoreDaysThanHaveBegun(
      @ForAll @From("named") Kind kind, @ForAll @From("days") LocalDate day) {
    BoardPeriod period = BoardPeriod.of(kind, day);
    BoardPeriod compared = period.comparable(day);
    assertThat(compared.from()).isEqualTo(period.previous().from());
    if (day.isBefore(period.last())) {
      assertThat(compared.length())
          .isLessThanOrEqualTo(java.time.temporal.ChronoUnit.DAYS.between(period.from(), day) + 1);
    } else {
      assertThat(compared).isEqualTo(period.previous());
    }
  }

  @Test
  void reportsRunFromThe15thToThe14th() {
    assertThat(BoardPeriod.of(Kind.REPORT, LocalDate.of(2026, 1, 14)))
        .extracting(BoardPeriod::from, BoardPeriod::last)
        .containsExactly(LocalDate.of(2025, 12, 15), LocalDate.of(2026, 1, 14));
    assertThat(BoardPeriod.of(Kind.REPORT, LocalDate.of(2026, 1, 15)).from())
        .isEqualTo(LocalDate.of(2026, 1, 15));
  }

  @Test
  void refusesWhatIsNoPeriod() {
    LocalDate day = LocalDate.of(2026, 1, 1);
    assertThatThrownBy(() -> new BoardPeriod(Kind.RANGE, day, day))
        .isInstanceOf(FigureFailure.BadQuery.class);
    assertThatThrownBy(() -> new BoardPeriod(Kind.RANGE, day, day.plusYears(3)))
        .isInstanceOf(FigureFailure.BadQuery.class);
  }
}
