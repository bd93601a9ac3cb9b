package vn.motcua.analytics.job.facts;

import java.time.LocalDateTime;
import java.time.ZoneId;
import vn.motcua.analytics.job.facts.Entry.Kind;
import vn.motcua.events.Channel;
import vn.motcua.events.DueCause;
import vn.motcua.events.Outcome;

/** Tells the history of one dossier in local times of Hanoi, for tests. */
public final class History {

  public static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

  private final long dossierId;
  private DossierFacts facts;
  private int sequence;

  private History(long dossierId) {
    this.dossierId = dossierId;
  }

  /**
   * @param due null for none
   */
  public static History received(String at, String due) throws BrokenContract {
    return received(at, due, true);
  }

  static History received(String at, String due, boolean live) throws BrokenContract {
    History history = new History(1);
    Entry entry = history.entry(Kind.RECEIVED, at);
    entry.dueAt = moment(due);
    entry.unitId = 10;
    entry.branchId = 0;
    entry.fieldId = 7;
    entry.procedureId = 0;
    entry.channel = Channel.DIRECT;
    entry.zone = HANOI.getId();
    entry.live = live;
    history.facts = DossierFacts.begin(entry);
    return history;
  }

  public History paused(String at, boolean lawful) throws BrokenContract {
    Entry entry = entry(Kind.PAUSED, at);
    entry.lawful = lawful;
    return apply(entry);
  }

  public History resumed(String at, String due) throws BrokenContract {
    Entry entry = entry(Kind.RESUMED, at);
    entry.dueAt = moment(due);
    return apply(entry);
  }

  public History restarted(String at, String due) throws BrokenContract {
    return dueMoved(at, due, DueCause.RESTART);
  }

  public History calendarCorrected(String at, String due) throws BrokenContract {
    return dueMoved(at, due, DueCause.CALENDAR_CORRECTION);
  }

  private History dueMoved(String at, String due, DueCause cause) throws BrokenContract {
    Entry entry = entry(Kind.DUE_MOVED, at);
    entry.dueAt = moment(due);
    entry.dueCause = cause;
    return apply(entry);
  }

  public History finished(String at) throws BrokenContract {
    return finished(at, Outcome.GRANTED);
  }

  public History finished(String at, Outcome outcome) throws BrokenContract {
    Entry entry = entry(Kind.FINISHED, at);
    entry.outcome = outcome;
    return apply(entry);
  }

  public History closed(String at) throws BrokenContract {
    return apply(entry(Kind.CLOSED, at));
  }

  public History voided(String at) throws BrokenContract {
    return apply(entry(Kind.VOIDED, at));
  }

  public History reopened(String at, String due) throws BrokenContract {
    Entry entry = entry(Kind.REOPENED, at);
    entry.dueAt = moment(due);
    return apply(entry);
  }

  public History transferred(String at, int unit) throws BrokenContract {
    Entry entry = entry(Kind.REATTRIBUTED, at);
    entry.unitId = unit;
    entry.branchId = 0;
    return apply(entry);
  }

  public History returned(String at) throws BrokenContract {
    return apply(entry(Kind.RETURNED, at));
  }

  public History observed(String at) throws BrokenContract {
    return apply(entry(Kind.OBSERVED, at));
  }

  public History step(String at) throws BrokenContract {
    return apply(entry(Kind.STEP, at));
  }

  /** A correction; fill in what it corrects. */
  public Entry correction(String at) {
    return entry(Kind.CORRECTED, at);
  }

  public History apply(Entry entry) throws BrokenContract {
    facts.apply(entry);
    return this;
  }

  public DossierFacts facts() {
    return facts;
  }

  public Timeline at(String tick) {
    return Timeline.of(facts, moment(tick));
  }

  private Entry entry(Kind kind, String at) {
    Entry entry = new Entry();
    entry.dossierId = dossierId;
    entry.datasetId = 1;
    entry.sequence = ++sequence;
    entry.kind = kind;
    entry.moment = moment(at);
    entry.occurredAt = entry.moment;
    return entry;
  }

  /** "06-30 17:00" is a local time of 2025; null is no moment. */
  public static long moment(String local) {
    if (local == null) {
      return Entry.NONE;
    }
    return LocalDateTime.parse("2025-" + local.replace(' ', 'T'))
        .atZone(HANOI)
        .toInstant()
        .toEpochMilli();
  }
}
