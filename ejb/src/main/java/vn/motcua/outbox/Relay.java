package vn.motcua.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.postgresql.PGConnection;

/**
 * Copies the log into Kafka, in order, at least once, and the changes of watched terms with it. One
 * relay leads per shard: the holder of an advisory lock on this very connection, so a lost
 * connection ends the lead. It reads only below the oldest transaction that is still open, by a
 * cursor; rows of the log are never updated.
 *
 * <p>After everything is sent it ticks: "all that was recorded before T is sent". When somebody
 * asked for a horizon it sends all below the cut, ticks, holds the flow for the moment in which the
 * stream comes up to the cut, and has the stream's figures copied. So the copy is exact, and nobody
 * else waits: counters write on meanwhile.
 */
final class Relay implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Relay.class.getName());
  private static final int LOCK_SPACE = 0x4D6F74;
  private static final int FREEZE_POLL_MILLIS = 20;

  private final Connection connection;
  private final KafkaFeed kafka;
  private final Horizons horizons;
  private final Replays replays;
  private final RelaySettings settings;
  private final InstantSource clock;
  private LogReader.Place place;
  private LogReader.Place termPlace;
  private Instant sentTo = Instant.EPOCH;
  private Instant lastTick = Instant.EPOCH;

  Relay(Connection connection, KafkaFeed kafka, RelaySettings settings, InstantSource clock) {
    this.connection = connection;
    this.kafka = kafka;
    this.settings = settings;
    this.clock = clock;
    this.horizons = new Horizons(connection);
    this.replays = new Replays(connection);
  }

  /** Tries to become the leader of the shard. */
  boolean lead() throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
      lock.setInt(1, LOCK_SPACE);
      lock.setInt(2, settings.shard());
      try (ResultSet row = lock.executeQuery()) {
        row.next();
        if (!row.getBoolean(1)) {
          return false;
        }
      }
    }
    try (var listen = connection.createStatement()) {
      listen.execute("listen " + LogBell.CHANNEL);
    }
    readCursor();
    horizons.missLeftOver();
    return true;
  }

  /** One round: sends what there is, ticks if time has moved enough, serves asked-for horizons. */
  void round() throws SQLException, InterruptedException, ExecutionException {
    // Who asked before the cut was taken finds in it all that was committed when it asked.
    List<Long> asked = horizons.requested();
    LogCut cut = LogCut.now(connection);
    Instant time = cut.time().isAfter(sentTo) ? cut.time() : sentTo;
    if (!asked.isEmpty()) {
      // Only a new tick shows that the stream has come past what is sent now.
      time = time.isAfter(sentTo) ? time : sentTo.plusMillis(1);
      // Marked before anything is sent: the referee can answer at it even while Kafka is down.
      horizons.mark(asked, cut.xid(), time);
    }
    boolean sent = sendBelow(cut) | sendTermsBelow(cut) | sendAgain();
    Instant now = clock.instant();
    if (sent
        || !asked.isEmpty()
        || Duration.between(lastTick, now).compareTo(settings.idleTick()) >= 0) {
      tick(time, now);
    }
    if (!asked.isEmpty()) {
      freezeOrMiss(asked);
    }
  }

  /** Waits until somebody rings or the poll interval is over. */
  void rest() throws SQLException {
    connection.unwrap(PGConnection.class).getNotifications((int) settings.poll().toMillis());
  }

  private boolean sendBelow(LogCut cut)
      throws SQLException, InterruptedException, ExecutionException {
    boolean any = false;
    while (true) {
      List<LogReader.Entry> entries =
          LogReader.read(connection, place, cut.xid(), settings.batch());
      if (entries.isEmpty()) {
        return any;
      }
      kafka.send(entries);
      LogReader.Entry last = entries.getLast();
      place = new LogReader.Place(last.xid(), last.eventNo());
      writeCursor();
      any = true;
      if (entries.size() < settings.batch()) {
        return true;
      }
    }
  }

  private boolean sendTermsBelow(LogCut cut)
      throws SQLException, InterruptedException, ExecutionException {
    boolean any = false;
    while (true) {
      List<TermReader.Change> changes =
          TermReader.read(connection, termPlace, cut.xid(), settings.batch());
      if (changes.isEmpty()) {
        return any;
      }
      kafka.sendTerms(changes);
      termPlace = changes.getLast().place();
      writeCursor();
      any = true;
      if (changes.size() < settings.batch()) {
        return true;
      }
    }
  }

  /** Whole dossiers, when all that is counted of them so far has been sent. */
  private boolean sendAgain() throws SQLException, InterruptedException, ExecutionException {
    List<Long> requested = replays.requested();
    for (long dossier : requested) {
      kafka.sendAgain(replays.entries(dossier, place));
      replays.done(dossier);
      LOG.log(System.Logger.Level.INFO, "Dossier {0} was sent once more", dossier);
    }
    return !requested.isEmpty();
  }

  private void tick(Instant time, Instant now)
      throws SQLException, InterruptedException, ExecutionException {
    // Time never runs back, whatever the machine's clock does.
    if (time.isAfter(sentTo)) {
      sentTo = time;
      kafka.tick(sentTo);
      writeCursor();
    }
    lastTick = now;
  }

  private void freezeOrMiss(List<Long> marked) throws SQLException {
    Instant giveUp = clock.instant().plus(settings.freezeWait());
    List<Long> reached = horizons.reached(marked, sentTo);
    while (reached.size() < marked.size() && clock.instant().isBefore(giveUp)) {
      connection.unwrap(PGConnection.class).getNotifications(FREEZE_POLL_MILLIS);
      reached = horizons.reached(marked, sentTo);
    }
    if (!reached.isEmpty()) {
      horizons.freeze(reached);
    }
    List<Long> missed = new ArrayList<>(marked);
    missed.removeAll(reached);
    if (!missed.isEmpty()) {
      LOG.log(System.Logger.Level.INFO, "The stream did not reach horizon {0} in time", missed);
      horizons.miss(missed);
    }
  }

  private void readCursor() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select xid::text, event_no, greatest(sent_to, '1970-01-01T00:00:00Z'),
              term_xid::text, term_id
            from relay_cursor where shard = ?""")) {
      query.setInt(1, settings.shard());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        sentTo = row.getObject(3, OffsetDateTime.class).toInstant();
        place = new LogReader.Place(row.getString(1), row.getLong(2));
        termPlace = new LogReader.Place(row.getString(4), row.getLong(5));
      }
    }
  }

  private void writeCursor() throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update relay_cursor
            set xid = ?::xid8, event_no = ?, sent_to = ?, term_xid = ?::xid8, term_id = ?,
              updated_at = clock_timestamp()
            where shard = ?""")) {
      update.setString(1, place.xid());
      update.setLong(2, place.eventNo());
      update.setObject(3, sentTo.atOffset(ZoneOffset.UTC));
      update.setString(4, termPlace.xid());
      update.setLong(5, termPlace.eventNo());
      update.setInt(6, settings.shard());
      update.executeUpdate();
    }
  }

  @Override
  public void close() {
    kafka.close();
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.DEBUG, "The relay's connection did not close", e);
    }
  }
}
