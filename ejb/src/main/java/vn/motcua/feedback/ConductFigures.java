package vn.motcua.feedback;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;

/**
 * K1, không phiền hà, sách nhiễu: upheld feedback and upheld complaints about conduct, by the day
 * of the conduct, per 10,000 dossiers accepted in the same days. Asks nobody for rights: the
 * figures hold no person.
 *
 * <p>Choices of meaning: <em>received</em> is feedback classified as conduct, and complaints about
 * conduct (before its class is known, feedback counts nowhere); <em>decided</em> has a verdict;
 * <em>pending</em> = received − decided is counted on its own, a reopened one is pending again; a
 * partly upheld complaint is upheld; accepted leaves out voided dossiers. Denunciations are not
 * counted: their outcome is no figure of a service.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ConductFigures {

  /**
   * @param unitId whose conduct; null: all together. Accepted dossiers of a unit are those that it
   *     received or decides, of a branch those that it received
   */
  public record Conduct(
      Integer unitId, long received, long decided, long pending, long upheld, long accepted) {}

  private static final String CASES =
      """
      with said as (
        select f.judged_unit_id as unit_id, f.conduct_on as day, f.upheld,
          f.upheld is not null as decided
        from feedback f
        where f.dataset_id = ? and f.class = 'CONDUCT' and f.conduct_on >= ? and f.conduct_on < ?
        union all
        select p.about_unit_id, p.conduct_on, p.outcome in ('UPHELD', 'PARTLY_UPHELD'), p.outcome is not null
        from petition p
        where p.dataset_id = ? and p.kind = 'COMPLAINT' and p.about_conduct
          and p.conduct_on >= ? and p.conduct_on < ?),
      taken as (
        select d.unit_id, d.branch_id from dossier d join dataset s on s.id = d.dataset_id
        where d.dataset_id = ? and d.state <> 'VOIDED'
          and d.received_at >= cast(? as timestamp) at time zone s.zone
          and d.received_at < cast(? as timestamp) at time zone s.zone)
      """;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  public ConductFigures() {}

  /** For use without a container. */
  public ConductFigures(DataSource database) {
    this.database = database;
  }

  /**
   * Of the whole dataset.
   *
   * @param from first day, in the dataset's zone
   * @param to the day after the last
   */
  public Conduct total(int datasetId, LocalDate from, LocalDate to) {
    return list(
            CASES
                + """
                select cast(null as integer) as unit_id, count(*) as received,
                  count(*) filter (where decided) as decided,
                  count(*) filter (where not decided) as pending,
                  count(*) filter (where upheld) as upheld,
                  (select count(*) from taken) as accepted
                from said""",
            datasetId,
            from,
            to)
        .getFirst();
  }

  /** By the body whose conduct it was about; only bodies that anything was said of. */
  public List<Conduct> byUnit(int datasetId, LocalDate from, LocalDate to) {
    return list(
        CASES
            + """
            select s.unit_id, count(*) as received, count(*) filter (where decided) as decided,
              count(*) filter (where not decided) as pending,
              count(*) filter (where upheld) as upheld,
              (select count(*) from taken t
               where t.unit_id = s.unit_id or t.branch_id = s.unit_id) as accepted
            from said s group by s.unit_id order by s.unit_id""",
        datasetId,
        from,
        to);
  }

  /**
   * Of a branch: of the conduct at the places that it answered for on that day (function {@code
   * answering_branch}), and of the dossiers that it received.
   *
   * @param branchId of any of its versions
   */
  public Conduct ofBranch(int datasetId, int branchId, LocalDate from, LocalDate to) {
    return list(
            CASES
                + """
                , version as (
                  select v.id from unit u
                  join unit v on v.dataset_id = u.dataset_id and v.code = u.code where u.id = ?)
                select cast(? as integer) as unit_id, count(*) as received,
                  count(*) filter (where decided) as decided,
                  count(*) filter (where not decided) as pending,
                  count(*) filter (where upheld) as upheld,
                  (select count(*) from taken where branch_id in (select id from version))
                    as accepted
                from said where answering_branch(unit_id, day) in (select id from version)""",
            datasetId,
            from,
            to,
            branchId,
            branchId)
        .getFirst();
  }

  private List<Conduct> list(
      String sql, int datasetId, LocalDate from, LocalDate to, Object... further) {
    try (Connection connection = database.getConnection()) {
      List<Object> values =
          new ArrayList<>(List.of(datasetId, from, to, datasetId, from, to, datasetId, from, to));
      values.addAll(List.of(further));
      return Query.of(connection, sql, values.toArray())
          .list(
              row ->
                  new Conduct(
                      row.getObject("unit_id", Integer.class),
                      row.getLong("received"),
                      row.getLong("decided"),
                      row.getLong("pending"),
                      row.getLong("upheld"),
                      row.getLong("accepted")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
