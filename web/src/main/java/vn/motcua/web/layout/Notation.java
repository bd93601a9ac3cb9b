package vn.motcua.web.layout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How numbers, days and moments are written on screens, in one language. */
public final class Notation {

  /** The city's zone, for moments that belong to no dataset. */
  public static final ZoneId CITY = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");
  private static final long KIBIBYTE = 1024;

  private final Locale locale;

  public Notation(Locale locale) {
    this.locale = locale;
  }

  /** 1.234.567 in Vietnamese. */
  public String count(long count) {
    return NumberFormat.getIntegerInstance(locale).format(count);
  }

  /** A difference always has its sign. */
  public String difference(long difference) {
    return difference == 0 ? "0" : (difference > 0 ? "+" : "−") + count(Math.abs(difference));
  }

  /** 98,6% with its n beside it; an empty denominator is "no data", never 0 or 100%. */
  public String share(long part, long whole) {
    if (whole == 0) {
      return ScreenText.of(locale, "figures.no-data");
    }
    return ScreenText.of(locale, "notation.share", percent(part, whole), count(whole));
  }

  /** 98,6% — only where n stands beside it. */
  public String percent(long part, long whole) {
    BigDecimal percent =
        BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(1);
    return format.format(percent) + "%";
  }

  public String day(LocalDate day) {
    return day.format(DAY);
  }

  public String minute(Instant moment, ZoneId zone) {
    return moment.atZone(zone).format(MINUTE);
  }

  public String second(Instant moment, ZoneId zone) {
    return moment.atZone(zone).format(SECOND);
  }

  /** How long ago: seconds with one decimal below ten, then ever coarser. */
  public String age(Duration age) {
    long millis = Math.max(0, age.toMillis());
    if (millis < 10_000) {
      NumberFormat format = NumberFormat.getNumberInstance(locale);
      format.setMinimumFractionDigits(1);
      format.setMaximumFractionDigits(1);
      return ScreenText.of(locale, "notation.seconds", format.format(millis / 1000.0));
    }
    if (age.compareTo(Duration.ofMinutes(2)) < 0) {
      return ScreenText.of(locale, "notation.seconds", count(age.toSeconds()));
    }
    if (age.compareTo(Duration.ofHours(2)) < 0) {
      return ScreenText.of(locale, "notation.minutes", count(age.toMinutes()));
    }
    return age.compareTo(Duration.of(2, ChronoUnit.DAYS)) < 0
        ? ScreenText.of(locale, "notation.hours", count(age.toHours()))
        : ScreenText.of(locale, "notation.days", count(age.toDays()));
  }

  /** 206 KB, 2,8 MB: what people compare with their file manager. */
  public String bytes(long bytes) {
    if (bytes < KIBIBYTE) {
      return count(bytes) + " B";
    }
    boolean small = bytes < KIBIBYTE * KIBIBYTE;
    double amount = (double) bytes / (small ? KIBIBYTE : KIBIBYTE * KIBIBYTE);
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(amount < 10 ? 1 : 0);
    return format.format(amount) + (small ? " KB" : " MB");
  }
}
