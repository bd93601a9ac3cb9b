package vn.motcua.catalogue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * Delegations of decisions (ủy quyền giải quyết) and their evaluation: due a year after the
 * delegation began, and a year after each evaluation.
 */
@Stateless
public class Delegations {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** What an evaluation ends with. */
  public enum Conclusion {
    CONTINUE,
    ADJUST,
    END
  }

  /**
   * @param dueOn the day from which it should be evaluated
   * @param due that day has come
   */
  public record Delegation(
      String code,
      String name,
      String to,
      LocalDate from,
      LocalDate lastEvaluated,
      LocalDate dueOn,
      boolean due) {}

  /**
   * @param scores timeliness, quality, cost, satisfaction, capacity: 1 to 5
   */
  public record Evaluation(
      LocalDate on, String delegatedTo, List<Integer> scores, Conclusion conclusion, String note) {

    public Evaluation {
      scores = List.copyOf(scores);
    }
  }

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public Delegations() {}

  /** For use without a container. */
  public Delegations(DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /** All delegations in force on a day, those due first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Delegation> list(LocalDate on) {
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select p.code, v.name, v.delegated_to, v.delegated_from, e.last,
                (greatest(v.delegated_from, e.last) + interval '1 year')::date as due_on
              from procedure p join procedure_version v on v.procedure_id = p.id
              left join lateral (
                select max(evaluated_on) as last from delegation_evaluation d
                where d.procedure_id = p.id and d.delegated_to = v.delegated_to
                  and d.evaluated_on >= v.delegated_from) e on true
              where p.dataset_id = 1 and v.valid_from <= ? and v.valid_to > ?
                and v.delegated_to <> ''
              order by due_on, p.code
              """,
              on,
              on)
          .list(
              row -> {
                LocalDate due = row.getObject("due_on", LocalDate.class);
                return new Delegation(
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("delegated_to"),
                    row.getObject("delegated_from", LocalDate.class),
                    row.getObject("last", LocalDate.class),
                    due,
                    !due.isAfter(on));
              });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The evaluations of a procedure's delegations, the newest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Evaluation> evaluations(String code) {
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select d.* from delegation_evaluation d join procedure p on p.id = d.procedure_id
              where p.dataset_id = 1 and p.code = ? order by d.evaluated_on desc, d.id desc
              """,
              code)
          .list(
              row ->
                  new Evaluation(
                      row.getObject("evaluated_on", LocalDate.class),
                      row.getString("delegated_to"),
                      java.util.Arrays.stream((Object[]) row.getArray("scores").getArray())
                          .map(score -> ((Number) score).intValue())
                          .toList(),
                      Conclusion.valueOf(row.getString("conclusion")),
                      row.getString("note")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Records the scorecard (phiếu chấm điểm) of today.
   *
   * @throws CatalogueFailure.NotDelegated where nothing is delegated today
   * @throws CatalogueFailure.BadScores unless there are five scores of 1 to 5
   */
  public void evaluate(String code, List<Integer> scores, Conclusion conclusion, String note) {
    Account account = access.require(Role.REPORTER, Role.LEADER, Role.ADMINISTRATOR);
    if (scores == null
        || conclusion == null
        || scores.size() != 5
        || scores.stream().anyMatch(score -> score < 1 || score > 5)) {
      throw new CatalogueFailure.BadScores();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    try (Connection connection = database.getConnection()) {
      int written =
          Query.of(
                  connection,
                  """
                  insert into delegation_evaluation (procedure_id, delegated_to, evaluated_on,
                    scores, conclusion, note, recorded_by, recorded_at)
                  select p.id, v.delegated_to, ?, cast(? as smallint[]), ?, ?, ?, ?
                  from procedure p join procedure_version v on v.procedure_id = p.id
                  where p.dataset_id = 1 and p.code = ? and v.valid_from <= ? and v.valid_to > ?
                    and v.delegated_to <> ''
                  """,
                  today,
                  scores.toString().replace('[', '{').replace(']', '}'),
                  conclusion,
                  ProcedureSheet.clean(note),
                  account.login(),
                  clock.instant(),
                  code,
                  today,
                  today)
              .update();
      if (written == 0) {
        throw new CatalogueFailure.NotDelegated(code, today);
      }
      trail.record(
          "delegation.evaluate", "procedure " + code, Map.of("conclusion", conclusion.name()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
