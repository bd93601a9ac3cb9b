package vn.motcua.web.processing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.Words;
import vn.motcua.worktime.TimeLeft;
import vn.motcua.worktime.WorktimeText;

/** How time left and over is told: "còn 2 ngày 3 giờ làm việc", with its colour and shape. */
@Named
@RequestScoped
public class DeadlineWords {

  private static final Duration WORKING_DAY = Duration.ofHours(8);

  @Inject private Words words;

  /** In words; "no limit" where there is none. */
  public String text(TimeLeft left) {
    return left == null
        ? words.of("worklist.no-limit")
        : WorktimeText.in(words.locale()).timeLeft(left, WORKING_DAY);
  }

  /** The style of a state: bad once over, waiting on the last working day, else good. */
  public String kind(TimeLeft left) {
    if (left == null) {
      return "none";
    }
    if (left.over()) {
      return "bad";
    }
    return left.working().compareTo(WORKING_DAY) <= 0 ? "waiting" : "good";
  }

  /** Working time such as "1 ngày 2 giờ". */
  public String minutes(long working) {
    return WorktimeText.in(words.locale()).workingTime(Duration.ofMinutes(working), WORKING_DAY);
  }

  /** To the minute, in the city's zone; a dash where there is none. */
  public String moment(Instant moment) {
    return moment == null ? "–" : words.getNotation().minute(moment, Notation.CITY);
  }
}
