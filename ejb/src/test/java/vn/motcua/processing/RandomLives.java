package vn.motcua.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import vn.motcua.database.Query;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Correction;
import vn.motcua.dossier.DossierService;
import vn.motcua.events.CloseReason;
import vn.motcua.failure.CodedFailure;
import vn.motcua.reference.LoadedDatabase;

/**
 * Dossiers that live at random through the real services on a real PostgreSQL: legal and illegal
 * actions, stale screens, moments out of order. A refusal must be a declared failure; it undoes
 * only itself.
 */
public final class RandomLives {

  /** All that happens lies before it. */
  public static final Instant END = Instant.parse("2027-03-01T00:00:00Z");

  private static final List<String> ACTORS = List.of("mot", "hai", "clerk");
  private static final List<String> PAPERS = List.of("Bản vẽ", "Ảnh 4x6");

  /** One thing that can be tried. */
  @FunctionalInterface
  private interface Deed {
    void on(Seen seen, Instant at, String actor);
  }

  private final ProcessingWorld world = new ProcessingWorld();
  private final DossierService core = world.service;
  private final Random random;
  private final Map<String, Integer> done = new TreeMap<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private final Map<String, Deed> deeds = new TreeMap<>();
  private String lastCode = "";

  /**
   * @param seed the same one lives the same lives
   */
  public RandomLives(long seed) throws SQLException {
    random = new Random(seed);
    LoadedDatabase.execute(
        world.database,
        """
        update field set level = 'PROVINCE' where id = 9001;
        insert into procedure (id, dataset_id, code) values (9002, 1, '9.000002');
        insert into procedure_version (id, procedure_id, valid_from, name, short_name, field_code,
          levels, limit_basis, fee_basis, source, file, digest, search_text)
        values (9002, 9002, '2020-01-01', 'Thủ tục đúng', 'Thủ tục đúng', 't-field',
          '{PROVINCE}', 'PUBLISHED', 'UNSURE', 'thử', 'thử', 'thử', 'dung');
        insert into procedure_limit (version_id, amount, unit) values (9002, 10, 'working_days');
        insert into agency_identifier (dataset_id, unit_id, identifier, basis)
        values (1, 9002, 'H26.98', 'INVENTED');
        insert into province_competence (dataset_id, field_code, unit_id, valid_from)
        values (1, 't-field', 9002, '2020-01-01')""");
    BranchingProcess.install(world.database);
    steps();
    stops();
    beside();
    branching();
    core();
  }

  public DataSource database() {
    return world.database;
  }

  /** How often each action was done. */
  public Map<String, Integer> done() {
    return done;
  }

  /** How often each refusal was given. */
  public Map<String, Integer> refused() {
    return refused;
  }

  /** Lives lives in one transaction. */
  public void live(int lives) {
    world.transactions.run(
        () -> {
          for (int i = 0; i < lives; i++) {
            live();
          }
        });
  }

  private void live() {
    Instant at = DossierBuilder.RECEIVED.plus(Duration.ofMinutes(random.nextInt(20_000)));
    long id = world.dossiers.received(at, at.plus(Duration.ofHours(1 + random.nextInt(300))));
    if (random.nextInt(10) > 0) {
      ownEpisode(id);
    }
    if (random.nextInt(3) == 0) {
      value(
          "update dossier_intake set process_id = ? where dossier_id = ? returning 'x'",
          BranchingProcess.PROCESS,
          id);
    }
    int steps = 3 + random.nextInt(8);
    List<String> names = new ArrayList<>(deeds.keySet());
    for (int i = 0; i < steps; i++) {
      // Mostly what usually comes next, else anything.
      String name =
          random.nextInt(5) < 2
              ? List.of("complete", "way", "opine", "finish", "give").get(random.nextInt(5))
              : names.get(random.nextInt(names.size()));
      Instant moment = random.nextInt(25) == 0 ? at.minus(Duration.ofDays(2)) : at;
      Seen shown = seen(id);
      Seen seen =
          random.nextInt(20) == 0
              ? new Seen(id, Math.max(1, shown.sequence() - 1), shown.taskVersion())
              : shown;
      String actor = ACTORS.get(random.nextInt(ACTORS.size()));
      world
          .transactions
          .attempt(() -> deeds.get(name).on(seen, moment, actor))
          .ifPresentOrElse(
              thrown -> refused.merge(code(name, thrown), 1, Integer::sum),
              () -> done.merge(name, 1, Integer::sum));
      at = at.plus(Duration.ofMinutes(random.nextInt(4_000)));
    }
    lastCode = value("select code from dossier where id = ?", id);
  }

  private static String code(String name, RuntimeException thrown) {
    if (thrown instanceof CodedFailure failure) {
      return failure.code();
    }
    throw new AssertionError(name + " was not refused in words", thrown);
  }

  private void steps() {
    deeds.put("complete", (seen, at, by) -> world.tasks.complete(seen, "", at, by));
    deeds.put("assign", (seen, at, by) -> world.tasks.assign(seen, by, at, by));
    deeds.put(
        "finish",
        (seen, at, by) -> {
          boolean negative = random.nextInt(3) == 0;
          world.results.finish(
              seen,
              new SignedResult("1", day(at), "Bà A", negative, negative ? "Không đủ" : "", null),
              at,
              by);
        });
    deeds.put(
        "give",
        (seen, at, by) ->
            world.returns.giveResult(
                seen,
                new HandOver(
                    HandOver.Channel.COUNTER, "", random.nextBoolean() ? "4321" : "0000", false),
                at,
                by));
  }

  private void stops() {
    deeds.put("pause", (seen, at, by) -> world.pauses.pause(seen, grounds(), at, by));
    deeds.put("await", (seen, at, by) -> world.pauses.awaitPayment(seen, grounds(), at, by));
    deeds.put("resume", (seen, at, by) -> world.pauses.resume(seen, new Grounds("", ""), at, by));
    deeds.put("request", (seen, at, by) -> world.supplements.request(seen, items(), at, by));
    deeds.put("answer", (seen, at, by) -> world.supplements.answer(seen, at, by));
    deeds.put("propose", (seen, at, by) -> world.supplements.propose(seen, items(), at, by));
    deeds.put("decline", (seen, at, by) -> world.supplements.decline(seen, grounds(), at, by));
    deeds.put(
        "close",
        (seen, at, by) ->
            world.results.close(
                seen,
                List.of(CloseReason.WITHDRAWN, CloseReason.STOPPED, CloseReason.NO_SUPPLEMENT)
                    .get(random.nextInt(3)),
                grounds(),
                at,
                by));
  }

  private void beside() {
    deeds.put(
        "extend",
        (seen, at, by) ->
            world.extensions.extend(
                seen,
                new Extension(
                    at.plus(Duration.ofDays(random.nextInt(30))),
                    "Chậm",
                    "",
                    "Giám đốc",
                    "Bà A",
                    random.nextInt(3) == 0 ? "giamdoc" : null,
                    "Bất khả kháng"),
                at,
                by));
    deeds.put("ask", (seen, at, by) -> world.opinions.ask(seen, "Sở Khác", "?", 3, at, by));
    deeds.put(
        "opinion",
        (seen, at, by) ->
            world.opinions.answer(
                seen,
                Long.parseLong(
                    value(
                        "select coalesce(max(id), 0)::text from opinion_request"
                            + " where dossier_id = ?",
                        seen.dossierId())),
                grounds(),
                at,
                by));
    deeds.put("report", (seen, at, by) -> world.care.report(seen, grounds(), at, by));
    deeds.put(
        "correct-result",
        (seen, at, by) ->
            world.care.correct(
                seen, new SignedResult("2", day(at), "Bà A", false, "", null), at, by));
    deeds.put(
        "notice",
        (seen, at, by) ->
            world.care.notice(seen, ResultCareWork.Notice.REMINDED, grounds(), at, by));
    deeds.put(
        "party",
        (seen, at, by) ->
            world.parties.change(
                seen,
                new PartyChange(
                    PartyChange.Kind.TRANSFER,
                    random.nextBoolean() ? "OWNER" : "AUTHORISED",
                    "Trần Văn Con",
                    "001200000001",
                    "Chuyển",
                    "HĐ 1"),
                at,
                by));
    deeds.put(
        "duplicate", (seen, at, by) -> world.parties.duplicate(seen, lastCode, grounds(), at, by));
    deeds.put(
        "convert",
        (seen, at, by) ->
            world.conversions.convert(
                seen, random.nextBoolean() ? "9.000002" : "9.000001", grounds(), at, by));
  }

  /** What a process has beyond its line. */
  private void branching() {
    deeds.put(
        "way", (seen, at, by) -> world.tasks.complete(seen, "", random.nextInt(4) % 3, at, by));
    deeds.put("opine", (seen, at, by) -> world.parallel.give(asked(seen), grounds(), at, by));
    deeds.put(
        "waive",
        (seen, at, by) -> world.parallel.waive(seen, asked(seen).taskId(), grounds(), at, by));
    deeds.put(
        "back", (seen, at, by) -> world.back.back(seen, BranchingProcess.BACK, grounds(), at, by));
    deeds.put("hand-back", (seen, at, by) -> world.back.returnHandOver(seen, grounds(), at, by));
  }

  /** An opinion of the dossier, mostly one that is still waited for. */
  private Seen asked(Seen seen) {
    String[] shown =
        value(
                """
                select coalesce((select t.version || ' ' || t.id from dossier_task t
                  where t.dossier_id = ? and t.kind = 'CONSULTATION'
                  order by t.completed_at is null desc, t.id limit 1), '0 1')""",
                seen.dossierId())
            .split(" ");
    return new Seen(
        seen.dossierId(), seen.sequence(), Integer.parseInt(shown[0]), Long.parseLong(shown[1]));
  }

  private void core() {
    deeds.put(
        "reattribute",
        (seen, at, by) ->
            core.reattribute(
                seen.dossierId(),
                at,
                DossierBuilder.DEPARTMENT,
                random.nextBoolean() ? DossierBuilder.BRANCH : DossierBuilder.OTHER_BRANCH,
                by));
    deeds.put(
        "calendar",
        (seen, at, by) ->
            core.correctCalendar(
                seen.dossierId(), at, at.plus(Duration.ofHours(random.nextInt(200) - 100)), by));
    deeds.put(
        "correct",
        (seen, at, by) ->
            core.correct(
                seen.dossierId(),
                at,
                new Correction(
                    null,
                    random.nextBoolean() ? at.plus(Duration.ofHours(5)) : null,
                    null,
                    null,
                    random.nextBoolean() ? Channel.ONLINE : null,
                    null),
                by));
  }

  private Grounds grounds() {
    return new Grounds("Lý do", random.nextBoolean() ? "1/VB" : "");
  }

  private SupplementItems items() {
    return new SupplementItems(
        List.of(PAPERS.get(random.nextInt(PAPERS.size()))),
        "Thiếu",
        random.nextInt(3) == 0,
        random.nextInt(4) == 0 ? "giamdoc" : null,
        "Cho phép");
  }

  private static LocalDate day(Instant at) {
    return at.atOffset(ZoneOffset.ofHours(7)).toLocalDate();
  }

  private void ownEpisode(long id) {
    value(
        """
        with e as (
          insert into request_episode (dataset_id, person_id, procedure_id, began_at)
          values (1, 9001, 9001, '2026-11-16T02:00:00Z') returning id)
        update dossier_intake set episode_id = e.id from e where dossier_id = ?
        returning episode_id::text""",
        id);
  }

  private Seen seen(long id) {
    String[] shown =
        value(
                """
                select d.sequence || ' ' || coalesce(max(t.version), 0)
                from dossier d
                left join dossier_task t on t.dossier_id = d.id and t.completed_at is null
                  and t.kind = 'MAIN'
                where d.id = ? group by d.sequence""",
                id)
            .split(" ");
    return new Seen(id, Integer.parseInt(shown[0]), Integer.parseInt(shown[1]));
  }

  /** Within the transaction that lives. */
  private String value(String sql, Object... values) {
    try (Connection connection = world.transactions.database().getConnection()) {
      return Query.of(connection, sql, values).first(row -> row.getString(1)).orElse("");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
