package vn.motcua.catalogue;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;

/** The versions of procedures (phiên bản thủ tục), with all that each says. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ProcedureVersions {

  /**
   * When a version holds.
   *
   * @param from first day; {@code to} the day after the last one, null while it is valid
   * @param approved by people in this system, not taken from a file
   */
  public record Span(int id, LocalDate from, LocalDate to, String decision, boolean approved) {}

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  public ProcedureVersions() {}

  /** For use without a container. */
  public ProcedureVersions(DataSource database) {
    this.database = database;
  }

  /** The newest first; empty where no such procedure was ever known. */
  public List<Span> history(String code) {
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select v.id, v.valid_from, v.valid_to, v.decision, v.file
              from procedure p join procedure_version v on v.procedure_id = p.id
              where p.dataset_id = 1 and p.code = ? order by v.valid_from desc
              """,
              code)
          .list(
              row -> {
                LocalDate to = row.getObject("valid_to", LocalDate.class);
                return new Span(
                    row.getInt("id"),
                    row.getObject("valid_from", LocalDate.class),
                    LocalDate.MAX.equals(to) ? null : to,
                    row.getString("decision"),
                    ProcedureVersionRows.APPROVED.equals(row.getString("file")));
              });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the codes on sheets stand for. */
  public SheetNames names() {
    try (Connection connection = database.getConnection()) {
      return new SheetNames(
          names(connection, "select code, min(name) from field where dataset_id = 1 group by code"),
          names(
              connection,
              "select distinct on (code) code, name from fee_beneficiary where dataset_id = 1"
                  + " order by code, valid_from desc"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> names(Connection connection, String sql) throws SQLException {
    record Named(String code, String name) {}
    return Query.of(connection, sql)
        .list(row -> new Named(row.getString(1), row.getString(2)))
        .stream()
        .collect(Collectors.toMap(Named::code, Named::name));
  }

  /**
   * All that is known of a procedure as it stood on a day.
   *
   * @throws CatalogueFailure.UnknownProcedure where none of this code was in force
   */
  public ProcedureSheet sheet(String code, LocalDate on) {
    try (Connection connection = database.getConnection()) {
      return new ProcedureSheetRows(connection)
          .on(code, on)
          .orElseThrow(() -> new CatalogueFailure.UnknownProcedure(code, on));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The compliance cost (chi phí tuân thủ) of one dossier in đồng: hours × rate + other of each
   * activity, and the fees of the general case.
   */
  public static long complianceCost(ProcedureSheet sheet) {
    ProcedureSheetReader reader = new ProcedureSheetReader(sheet, java.util.Set.of());
    ProcedureContent content = reader.read();
    long work = content.costs().stream().mapToLong(ProcedureContent.Cost::amount).sum();
    long fee =
        content.fees().stream()
            .filter(one -> one.appliesTo().isEmpty())
            .mapToLong(ProcedureContent.Fee::amount)
            .max()
            .orElse(0);
    return work + fee;
  }
}
