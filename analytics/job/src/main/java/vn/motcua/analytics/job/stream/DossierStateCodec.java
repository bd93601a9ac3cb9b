package vn.motcua.analytics.job.stream;

import java.nio.charset.StandardCharsets;
import vn.motcua.analytics.job.facts.BoardFacts;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Entry.Kind;
import vn.motcua.analytics.job.facts.Milestone;
import vn.motcua.analytics.job.facts.PackedBytes;
import vn.motcua.events.Channel;
import vn.motcua.events.DueCause;
import vn.motcua.events.Outcome;

/**
 * What is kept of a dossier, in as few bytes as can be: 20 million closed dossiers have to fit.
 * Moments are kept as distances from the reception, numbers in as many bytes as they need. Begins
 * with a version; what an older version wrote must stay readable for as long as savepoints of it
 * may be restored.
 *
 * <p>Not thread-safe.
 */
public final class DossierStateCodec {

  /** Counts up when the layout changes; {@link #decode} then reads both. */
  static final int VERSION = 2;

  private static final String CITY = "Asia/Ho_Chi_Minh";

  private static final int HAS_FACTS = 1;
  private static final int LIVE = 1 << 1;
  private static final int OF_THE_CITY = 1 << 2;
  private static final int RETURNED = 1 << 3;
  private static final int RATED = 1 << 4;
  private static final int ASKED_AGAIN = 1 << 5;
  private static final int EPISODE = 1 << 6;
  private static final int ARMED = 1 << 7;

  private static final int LAWFUL = 1 << 4;
  private static final int HAS_DUE = 1 << 5;
  private static final int GRANTED = 1 << 6;
  private static final int REFUSED = 1 << 7;
  private static final int KIND = 0x0F;

  private static final Kind[] KINDS = Kind.values();
  private static final Channel[] CHANNELS = Channel.values();
  private static final DueCause[] CAUSES = DueCause.values();
  private static final long[] NEVER = {};

  private final PackedBytes packed = new PackedBytes();

  public byte[] encode(DossierState state) {
    packed.begin();
    packed.octet(VERSION);
    DossierFacts facts = state.facts;
    packed.octet(facts == null ? 0 : flags(state, facts));
    packed.number(state.sequence);
    packed.number(state.waiting);
    if (facts == null) {
      packed.moment(state.countedAt, 0);
    } else {
      writeFacts(state, facts);
    }
    return packed.bytes();
  }

  private static int flags(DossierState state, DossierFacts facts) {
    BoardFacts board = facts.board;
    return HAS_FACTS
        | (facts.live ? LIVE : 0)
        | (CITY.equals(facts.zone) ? OF_THE_CITY : 0)
        | (facts.returnedAt == Entry.NONE ? 0 : RETURNED)
        | (board.ratedAt == Entry.NONE ? 0 : RATED)
        | (board.secondRequests.length + board.rechecks.length == 0 ? 0 : ASKED_AGAIN)
        | (board.opensEpisode ? EPISODE : 0)
        | (state.armedFor == Entry.NONE ? 0 : ARMED);
  }

  private void writeFacts(DossierState state, DossierFacts facts) {
    long base = facts.receivedAt;
    packed.number(base);
    packed.number(facts.datasetId);
    packed.number(facts.unitId);
    packed.number(facts.branchId);
    packed.number(facts.fieldId);
    packed.number(facts.procedureId);
    packed.octet(facts.channel == null ? -1 : facts.channel.ordinal());
    if (!CITY.equals(facts.zone)) {
      packed.text(facts.zone.getBytes(StandardCharsets.UTF_8));
    }
    packed.moment(facts.dueAt, base);
    packed.number(facts.latestMoment - base);
    packed.moment(state.countedAt, base);
    if (state.armedFor != Entry.NONE) {
      packed.number(state.armedFor - base);
    }
    if (facts.returnedAt != Entry.NONE) {
      packed.number(facts.returnedAt - base);
    }
    packed.number(facts.milestones.size());
    long former = base;
    for (Milestone milestone : facts.milestones) {
      writeMilestone(milestone, former, base);
      former = milestone.moment;
    }
    writeBoard(facts.board, base);
  }

  private void writeMilestone(Milestone milestone, long former, long base) {
    packed.octet(
        milestone.kind.ordinal()
            | (milestone.lawful ? LAWFUL : 0)
            | (milestone.dueAt == Entry.NONE ? 0 : HAS_DUE)
            | (milestone.outcome == Outcome.GRANTED ? GRANTED : 0)
            | (milestone.outcome == Outcome.REFUSED ? REFUSED : 0));
    packed.number(milestone.moment - former);
    if (milestone.dueAt != Entry.NONE) {
      packed.number(milestone.dueAt - base);
    }
    if (milestone.kind == Kind.DUE_MOVED) {
      packed.octet(milestone.dueCause == null ? -1 : milestone.dueCause.ordinal());
    } else if (milestone.kind == Kind.REATTRIBUTED) {
      packed.number(milestone.unitId);
      packed.number(milestone.branchId);
    }
  }

  private void writeBoard(BoardFacts board, long base) {
    packed.number(board.baselineSteps);
    packed.number(board.baselineMinutes);
    packed.number(board.papersBaseline);
    packed.number(board.papersBrought);
    packed.number(board.stepsPassed);
    packed.number(board.usedMinutes);
    packed.number(board.requests);
    if (board.stepsPassed > 0) {
      packed.number(board.quickSteps);
      packed.number(board.handOvers);
      packed.number(board.lastStepUnit);
      packed.number(board.lastStepAt - base);
    }
    if (board.secondRequests.length + board.rechecks.length > 0) {
      packed.moments(board.secondRequests, base);
      packed.moments(board.rechecks, base);
    }
    if (board.ratedAt != Entry.NONE) {
      packed.number(board.ratedAt - base);
      packed.number(board.answers);
      packed.number(board.satisfied);
      packed.number(board.trust);
      packed.octet(board.ratedOnTablet ? 1 : 0);
    }
  }

  /**
   * @param bytes what {@link #encode} gave, of this version or one before
   * @param state is filled; its facts are used again if it has some
   * @throws IllegalStateException when a later version wrote them
   */
  public void decode(byte[] bytes, long dossierId, DossierState state) {
    packed.begin(bytes);
    int version = packed.octet();
    if (version < 1 || version > VERSION) {
      throw new IllegalStateException("Unknown version " + version + " of a dossier's state");
    }
    int flags = packed.octet();
    state.sequence = (int) packed.number();
    state.waiting = (int) packed.number();
    state.armedFor = Entry.NONE;
    if ((flags & HAS_FACTS) == 0) {
      state.facts = null;
      state.countedAt = packed.moment(0);
      return;
    }
    DossierFacts facts = new DossierFacts();
    facts.dossierId = dossierId;
    readFacts(version, flags, facts, state);
    state.facts = facts;
  }

  private void readFacts(int version, int flags, DossierFacts facts, DossierState state) {
    long base = packed.number();
    facts.receivedAt = base;
    facts.datasetId = (int) packed.number();
    facts.unitId = (int) packed.number();
    facts.branchId = (int) packed.number();
    facts.fieldId = (int) packed.number();
    facts.procedureId = (int) packed.number();
    int channel = (byte) packed.octet();
    facts.channel = channel < 0 ? null : CHANNELS[channel];
    facts.zone =
        (flags & OF_THE_CITY) != 0
            ? CITY
            : new String(packed.text(), StandardCharsets.UTF_8).intern();
    facts.live = (flags & LIVE) != 0;
    facts.dueAt = packed.moment(base);
    facts.latestMoment = packed.number() + base;
    state.countedAt = packed.moment(base);
    if ((flags & ARMED) != 0) {
      state.armedFor = packed.number() + base;
    }
    facts.returnedAt = (flags & RETURNED) == 0 ? Entry.NONE : packed.number() + base;
    int milestones = (int) packed.number();
    long former = base;
    for (int i = 0; i < milestones; i++) {
      Milestone milestone = readMilestone(former, base);
      former = milestone.moment;
      facts.milestones.add(milestone);
    }
    readBoard(version, flags, facts.board, base);
  }

  private Milestone readMilestone(long former, long base) {
    Milestone milestone = new Milestone();
    milestone.unitId = Entry.NO_ID;
    milestone.branchId = Entry.NO_ID;
    int head = packed.octet();
    milestone.kind = KINDS[head & KIND];
    milestone.lawful = (head & LAWFUL) != 0;
    if ((head & GRANTED) != 0) {
      milestone.outcome = Outcome.GRANTED;
    } else if ((head & REFUSED) != 0) {
      milestone.outcome = Outcome.REFUSED;
    }
    milestone.moment = packed.number() + former;
    milestone.dueAt = (head & HAS_DUE) == 0 ? Entry.NONE : packed.number() + base;
    if (milestone.kind == Kind.DUE_MOVED) {
      int cause = (byte) packed.octet();
      milestone.dueCause = cause < 0 ? null : CAUSES[cause];
    } else if (milestone.kind == Kind.REATTRIBUTED) {
      milestone.unitId = (int) packed.number();
      milestone.branchId = (int) packed.number();
    }
    return milestone;
  }

  private void readBoard(int version, int flags, BoardFacts board, long base) {
    board.opensEpisode = (flags & EPISODE) != 0;
    board.baselineSteps = (int) packed.number();
    board.baselineMinutes = (int) packed.number();
    board.papersBaseline = (int) packed.number();
    board.papersBrought = (int) packed.number();
    board.stepsPassed = (int) packed.number();
    board.usedMinutes = (int) packed.number();
    if (version > 1) {
      board.requests = (int) packed.number();
    }
    if (version > 1 && board.stepsPassed > 0) {
      board.quickSteps = (int) packed.number();
      board.handOvers = (int) packed.number();
      board.lastStepUnit = (int) packed.number();
      board.lastStepAt = packed.number() + base;
    }
    boolean asked = (flags & ASKED_AGAIN) != 0;
    board.secondRequests = asked ? packed.moments(base) : NEVER;
    board.rechecks = asked ? packed.moments(base) : NEVER;
    if ((flags & RATED) != 0) {
      board.ratedAt = packed.number() + base;
      board.answers = (int) packed.number();
      board.satisfied = (int) packed.number();
      board.trust = (int) packed.number();
      board.ratedOnTablet = packed.octet() == 1;
    }
  }
}
