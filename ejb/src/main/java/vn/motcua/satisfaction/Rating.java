package vn.motcua.satisfaction;

import java.text.Normalizer;
import java.util.List;
import vn.motcua.events.RatingPlace;

/**
 * What an applicant thinks (đánh giá), after the method of SIPAS.
 *
 * @param answers access to the service, procedure, officials, result, handling of feedback: 1 (rất
 *     không hài lòng) to 5 (rất hài lòng), 0 "không áp dụng"
 * @param trust in the state's service, 1 to 5, 0 not answered
 * @param comment why, may be empty
 * @param place where it was given: by the link, by the QR code, on the counter's tablet
 * @param device a name of the device, for seeing many ratings from one; may be empty
 */
public record Rating(
    List<Integer> answers, int trust, String comment, RatingPlace place, String device) {

  /** How many elements there are. */
  public static final int ELEMENTS = 5;

  private static final int LONGEST_COMMENT = 2_000;

  public Rating {
    answers = List.copyOf(answers);
    String clean =
        comment == null
            ? ""
            : Normalizer.normalize(comment, Normalizer.Form.NFC).replace("\0", "").strip();
    comment = clean.length() > LONGEST_COMMENT ? clean.substring(0, LONGEST_COMMENT) : clean;
    device = device == null ? "" : device;
  }

  /**
   * @throws RatingFailure.Incomplete where nothing was rated or a number is none of the scale
   */
  void check() {
    boolean inScale = answers.stream().allMatch(Rating::onScale) && onScale(trust);
    boolean something = answers.stream().anyMatch(answer -> answer > 0);
    if (answers.size() != ELEMENTS || !inScale || !something) {
      throw new RatingFailure.Incomplete();
    }
  }

  /** Whether somebody is to look into it: any element, or trust, at 1 or 2. */
  boolean unhappy() {
    return answers.stream().anyMatch(Rating::low) || low(trust);
  }

  private static boolean onScale(int answer) {
    return answer >= 0 && answer <= 5;
  }

  private static boolean low(int answer) {
    return answer == 1 || answer == 2;
  }
}
