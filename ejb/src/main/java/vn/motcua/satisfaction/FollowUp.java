package vn.motcua.satisfaction;

import java.time.Instant;
import java.util.List;
import vn.motcua.worktime.TimeLeft;

/**
 * An unhappy rating, and what is done about it.
 *
 * @param answers the five elements, then trust
 * @param assignedTo name of who follows it up; empty: nobody yet
 * @param left working time until it is due; null: it is done
 * @param sameDevice the device gave so many ratings that day that it is shown apart
 * @param contest why staff contest it; empty: they do not
 * @param upheld whether the contest was found right; null: not decided
 */
public record FollowUp(
    long dossierId,
    String code,
    String procedure,
    String branch,
    Instant givenAt,
    List<Integer> answers,
    String comment,
    String assignedTo,
    Instant dueAt,
    TimeLeft left,
    String outcome,
    boolean sameDevice,
    String contest,
    Boolean upheld) {

  public FollowUp {
    answers = List.copyOf(answers);
  }

  /**
   * T3 with what could beautify or blacken it beside it. The figure counts every answer; what a
   * contest that was upheld would take out stands in a second pair and moves nothing by itself.
   *
   * @param answers elements answered, "không áp dụng" left out
   * @param satisfied of them 4 or 5
   * @param answersUncontested without ratings whose contest was upheld
   * @param flagged ratings of devices with many on one day
   */
  public record Figure(
      long ratings,
      long answers,
      long satisfied,
      long answersUncontested,
      long satisfiedUncontested,
      long contestsPending,
      long contestsUpheld,
      long flagged,
      long tablet) {}
}
