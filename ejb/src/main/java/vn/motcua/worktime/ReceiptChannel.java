package vn.motcua.worktime;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a dossier reaches the one-stop (kênh tiếp nhận). */
public enum ReceiptChannel {
  /** Trực tiếp tại nơi tiếp nhận. */
  DIRECT,
  /** Qua dịch vụ bưu chính công ích. */
  POST,
  /** Trực tuyến. */
  ONLINE;

  /** The name that the interface uses, such as {@code online}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(ReceiptChannel::code).toList();
  }

  /**
   * Finds a channel by its exact code.
   *
   * @throws WorktimeException.UnknownChannel when there is none, or none was given
   */
  public static ReceiptChannel ofCode(String code) {
    return Arrays.stream(values())
        .filter(channel -> channel.code().equalsIgnoreCase(code))
        .findFirst()
        .orElseThrow(() -> new WorktimeException.UnknownChannel(code));
  }
}
