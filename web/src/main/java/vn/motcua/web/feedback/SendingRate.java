package vn.motcua.web.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Locale;
import vn.motcua.failure.CodedFailure;
import vn.motcua.web.layout.ScreenText;
import vn.motcua.web.security.RequestRate;

/** How much feedback one address may send: five at once, then one in ten minutes. */
@ApplicationScoped
public class SendingRate {

  private static final int BURST = 5;
  private static final double PER_SECOND = 1.0 / 600;

  private final RequestRate rate = new RequestRate(PER_SECOND, BURST);
  private final InstantSource clock;

  /** For the container's proxy only. */
  protected SendingRate() {
    this(null);
  }

  @Inject
  public SendingRate(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Counts one more.
   *
   * @throws TooMany over the rate
   */
  public void ask(String address) {
    if (!rate.permits(address, clock.instant())) {
      throw new TooMany();
    }
  }

  /** Too many of one address. */
  public static final class TooMany extends RuntimeException implements CodedFailure {

    private static final long serialVersionUID = 1L;

    @Override
    public String code() {
      return "speak.too-many";
    }

    @Override
    public int httpStatus() {
      return 429;
    }

    @Override
    public String message(Locale locale) {
      return ScreenText.of(locale, "speak.too-many");
    }
  }
}
