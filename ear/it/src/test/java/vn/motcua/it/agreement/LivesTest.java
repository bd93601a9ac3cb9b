package vn.motcua.it.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.analytics.job.facts.BrokenContract;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.EntryReading;
import vn.motcua.analytics.job.facts.Timeline;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.figures.Contributions;
import vn.motcua.analytics.job.figures.Measure;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.events.LogCodec;
import vn.motcua.figures.Comparison;
import vn.motcua.figures.FigureQuery;
import vn.motcua.figures.FigureQuery.Cut;
import vn.motcua.figures.PeriodFigures;
import vn.motcua.figures.Recount;
import vn.motcua.processing.RandomLives;

/**
 * 1,000 dossiers (motcua.lives) live at random, legally and not, through the services' core on a
 * real PostgreSQL. For each: the identity holds, its history explains its state. For all: what the
 * stream's rules make of the log is what the referee counts from the history, cell by cell.
 */
class LivesTest {

  private static final int LIVES = Integer.getInteger("motcua.lives", 1_000);
  private static final long SEED = Long.getLong("motcua.lives.seed", 20_261_122L);
  private static final int BATCH = 500;
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DatasetSummary CITY =
      new DatasetSummary(1, "hanoi", "Hà Nội", "CITY", ZONE, "ACTIVE", null);

  private static final List<Measure> COMES_IN =
      List.of(Measure.RECEIVED, Measure.TRANSFERRED_IN, Measure.REOPENED);
  private static final List<Measure> GOES_OUT =
      List.of(
          Measure.EARLY_GRANTED,
          Measure.EARLY_REFUSED,
          Measure.ON_TIME_GRANTED,
          Measure.ON_TIME_REFUSED,
          Measure.LATE_GRANTED,
          Measure.LATE_REFUSED,
          Measure.UNDATED_GRANTED,
          Measure.UNDATED_REFUSED,
          Measure.CLOSED_BEFORE_DUE,
          Measure.CLOSED_AFTER_DUE,
          Measure.VOIDED,
          Measure.TRANSFERRED_OUT);

  /** Each line names what the history does not explain. */
  private static final String UNEXPLAINED =
      """
      with last as (
        select dossier_id,
          (array_agg(kind order by sequence desc) filter (where kind in ('RECEIVED', 'PAUSED',
            'RESUMED', 'FINISHED', 'CLOSED', 'REOPENED', 'VOIDED')))[1] as kind,
          (array_agg(due_at order by sequence desc) filter (where due_at is not null))[1] as due_at,
          (array_agg(coalesce(branch_id, 0) order by sequence desc)
             filter (where kind in ('RECEIVED', 'REATTRIBUTED')))[1] as branch_id,
          (array_agg(coalesce(finished_at, occurred_at) order by sequence desc)
             filter (where kind = 'FINISHED'))[1] as finished_at,
          max(occurred_at) filter (where kind = 'CLOSED') as closed_at,
          max(sequence) as sequence, count(*) as n
        from dossier_transition group by dossier_id)
      select d.code || ': ' || l.kind || ' and ' || d.state
      from dossier d join last l on l.dossier_id = d.id
      left join dossier_intake i on i.dossier_id = d.id
      left join dossier_extension e on e.dossier_id = d.id
      where d.state is distinct from case l.kind when 'PAUSED' then 'PAUSED'
            when 'FINISHED' then 'FINISHED' when 'CLOSED' then 'CLOSED'
            when 'VOIDED' then 'VOIDED' else 'OPEN' end
         or d.due_at is distinct from l.due_at
         or coalesce(d.branch_id, 0) <> l.branch_id
         or d.state = 'FINISHED' and d.finished_at is distinct from l.finished_at
         or d.state = 'CLOSED' and d.closed_at is distinct from l.closed_at
         or d.sequence <> l.sequence or l.n <> l.sequence
         or (select count(*) from domain_event v where v.aggregate_id = d.id) <> l.n
         or (select count(*) from dossier_task t
             where t.dossier_id = d.id and t.completed_at is null and t.kind = 'MAIN')
            <> case when d.state in ('OPEN', 'PAUSED') then 1
                    when d.state = 'FINISHED' and d.returned_at is null then 1 else 0 end
         or exists (select 1 from dossier_task o
              where o.dossier_id = d.id and o.kind = 'CONSULTATION' and o.completed_at is null
                and not exists (select 1 from dossier_task t
                  where t.id = o.beside_id and t.completed_at is null))
         or d.state = 'VOIDED' and not exists (select 1 from dossier_conversion c
              where c.from_dossier = d.id) and not exists (select 1 from dossier_duplicate c
              where c.dossier_id = d.id)
         or e.dossier_id is not null and i.promised_at < e.new_promise""";

  private final LogCodec codec = new LogCodec();
  private final KeptFigures kept = new KeptFigures();
  private long read;

  @Test
  void whateverIsTriedTheFiguresAgreeAndTheHistoryExplains() throws Exception {
    RandomLives lives = new RandomLives(SEED);
    try (Connection connection = lives.database().getConnection()) {
      for (int lived = 0; lived < LIVES; lived += BATCH) {
        lives.live(Math.min(BATCH, LIVES - lived));
        for (Contributions one : newlyCounted(connection)) {
          assertIdentity(one);
          kept.add(one);
        }
        assertThat(texts(connection, UNEXPLAINED)).isEmpty();
      }
      long horizon = horizon(connection);
      kept.writeTo(connection, horizon);
      Comparison comparison =
          Recount.differences(connection, CITY, horizon, everything(connection), RandomLives.END);
      assertThat(comparison.differences()).isEmpty();
      for (LocalDate from = LocalDate.of(2026, 11, 1);
          from.isBefore(LocalDate.of(2027, 2, 1));
          from = from.plusMonths(1)) {
        FigureQuery query =
            new FigureQuery(
                "hanoi", from, from.plusMonths(1), null, null, null, null, Cut.UNIT, horizon);
        List<PeriodFigures> referee =
            Recount.referee(connection, CITY, everything(connection), RandomLives.END, query);
        assertThat(referee).isNotEmpty().allMatch(PeriodFigures::identityHolds);
      }
    }
    everythingWasTried(lives.done(), lives.refused());
  }

  /** Else the lives would show little. */
  private static void everythingWasTried(Map<String, Integer> done, Map<String, Integer> refused) {
    if (LIVES < 5_000) {
      return;
    }
    assertThat(done).hasSizeGreaterThan(20).allSatisfy((name, n) -> assertThat(n).isPositive());
    assertThat(refused).hasSizeGreaterThan(20);
  }

  private static void assertIdentity(Contributions one) {
    long in = 0;
    long out = 0;
    long open = 0;
    for (Map.Entry<Cell, long[]> cell : one.counts().entrySet()) {
      long[] counts = cell.getValue();
      for (Measure measure : COMES_IN) {
        in += counts[measure.ordinal()];
      }
      for (Measure measure : GOES_OUT) {
        out += counts[measure.ordinal()];
      }
      open += counts[Measure.OPEN_IN.ordinal()] - counts[Measure.OPEN_OUT.ordinal()];
    }
    assertThat(in).isEqualTo(out + open);
    assertThat(open).isBetween(0L, 1L);
  }

  private List<Contributions> newlyCounted(Connection connection)
      throws SQLException, BrokenContract {
    List<Contributions> counted = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select aggregate_id, payload from domain_event where aggregate_id > ?"
                + " order by aggregate_id, sequence")) {
      query.setLong(1, read);
      DossierFacts facts = null;
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Entry entry = EntryReading.read(codec.decodeEntry(row.getBytes("payload")));
          if (facts == null || row.getLong("aggregate_id") != read) {
            if (facts != null) {
              counted.add(count(facts));
            }
            read = row.getLong("aggregate_id");
            facts = DossierFacts.begin(entry);
          } else {
            facts.apply(entry);
          }
        }
      }
      if (facts != null) {
        counted.add(count(facts));
      }
    }
    return counted;
  }

  private static Contributions count(DossierFacts facts) {
    return Contributions.of(facts, Timeline.of(facts, RandomLives.END.toEpochMilli()));
  }

  private static long horizon(Connection connection) throws SQLException {
    return Long.parseLong(
        texts(
                connection,
                "insert into horizon (dataset_id, requested_by) values (1, 'test')"
                    + " returning id::text")
            .getFirst());
  }

  private static String everything(Connection connection) throws SQLException {
    return texts(connection, "select pg_snapshot_xmax(pg_current_snapshot())::text").getFirst();
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    }
  }
}
