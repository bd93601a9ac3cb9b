package vn.motcua.acceptance;

import jakarta.ejb.ApplicationException;
import java.util.List;
import vn.motcua.events.Channel;
import vn.motcua.failure.DeclaredFailure;

/** Why a submission was not taken or not decided. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class AcceptanceFailure extends DeclaredFailure {

  private static final long serialVersionUID = 1L;

  private AcceptanceFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** There is no such submission, or it is another branch's. */
  public static final class Unknown extends AcceptanceFailure {
    private static final long serialVersionUID = 1L;

    public Unknown() {
      super("acceptance.unknown", 404);
    }
  }

  /** The sender left something out, or sent what cannot be. */
  public static final class Invalid extends AcceptanceFailure {
    private static final long serialVersionUID = 1L;

    public Invalid(String what, Object... arguments) {
      super("acceptance.invalid." + what, 422, arguments);
    }
  }

  /** The procedure is not filed by this channel. */
  public static final class ChannelClosed extends AcceptanceFailure {
    private static final long serialVersionUID = 1L;

    public ChannelClosed(String procedureCode, Channel channel, List<Channel> open) {
      super("acceptance.channel-closed", 422, procedureCode, channel, open);
    }
  }

  /** The branch may not receive the procedure today; others may, or none. */
  public static final class BranchClosed extends AcceptanceFailure {
    private static final long serialVersionUID = 1L;

    /**
     * @param open names of the branches that may
     */
    public BranchClosed(String procedureCode, Channel channel, List<String> open) {
      super(
          open.isEmpty() ? "acceptance.nowhere-open" : "acceptance.branch-closed",
          422,
          procedureCode,
          channel,
          open);
    }
  }

  /** The same number with another content, without a request for edits. */
  public static final class OtherContent extends AcceptanceFailure {
    private static final long serialVersionUID = 1L;

    public OtherContent(String externalId) {
      super("acceptance.other-content", 409, externalId);
    }
  }

  /** One sender sends too often. */
  public static final class TooMany extends AcceptanceFailure {
    private static final long serialVersionUID = 1L;

    public TooMany(int perMinute) {
      super("acceptance.too-many", 429, String.valueOf(perMinute));
    }
  }

  /** Somebody else decided, or the applicant sent anew, since the page was shown. */
  public static final class MovedOn extends AcceptanceFailure {
    private static final long serialVersionUID = 1L;

    public MovedOn(String externalId, SubmissionState state) {
      super("acceptance.moved-on", 409, externalId, state);
    }
  }

  /** The applicant was asked for edits once already. */
  public static final class SecondEdit extends AcceptanceFailure {
    private static final long serialVersionUID = 1L;

    public SecondEdit(String externalId) {
      super("acceptance.second-edit", 422, externalId);
    }
  }

  /** A decision without what it needs. */
  public static final class Missing extends AcceptanceFailure {
    private static final long serialVersionUID = 1L;

    public Missing(String what) {
      super("acceptance.missing." + what, 422);
    }
  }
}
