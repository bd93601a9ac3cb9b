package vn.motcua.catalogue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * The catalogue as a file (nhập, xuất danh mục). A file is read and judged line by line; what is
 * taken becomes proposals that somebody else approves. Nothing with an error, and nothing said to
 * be free, is taken unless somebody ticks the line.
 */
@Stateless
public class CatalogueExchange {

  private static final Role[] EXCHANGE = {Role.REPORTER, Role.LEADER, Role.ADMINISTRATOR};

  /** A file that was read. */
  public record Import(
      long id, String name, String madeBy, String status, int seen, List<ImportedLine> lines) {

    public Import {
      lines = List.copyOf(lines);
    }

    /** How many lines have a verdict. */
    public long count(ImportedLine.Verdict verdict) {
      return lines.stream().filter(line -> line.verdict() == verdict).count();
    }
  }

  /** What was done with a file. */
  public record Taken(int proposed, int left) {}

  /** XLSX or CSV. */
  public enum Format {
    XLSX,
    CSV
  }

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public CatalogueExchange() {}

  /** For use without a container. */
  public CatalogueExchange(
      DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Everything in force on a day, as a file that can be read back.
   *
   * @param on in the city's zone
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public byte[] export(Format format, LocalDate on) {
    access.require(
        Role.BRANCH_DIRECTOR, Role.REPORTER, Role.LEADER, Role.ADMINISTRATOR, Role.AUDITOR);
    try (Connection connection = database.getConnection()) {
      List<Map<String, String>> rows =
          new ProcedureSheetRows(connection).all(on).stream().map(ProcedureSheet::cells).toList();
      return format == Format.XLSX
          ? TableFile.xlsx(ProcedureSheet.COLUMNS, rows)
          : TableFile.csv(ProcedureSheet.COLUMNS, rows);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file and judges its lines; proposes nothing yet.
   *
   * @param name of the file, for people
   * @return the number of the import
   */
  public long read(String name, byte[] content) {
    Account account = access.require(EXCHANGE);
    List<TableFile.Line> lines = TableFile.read(content);
    try (Connection connection = database.getConnection()) {
      long id =
          new ImportRows(connection, clock.instant()).keep(name, content, lines, account.login());
      trail.record(
          "catalogue.import.read",
          "catalogue-import " + id,
          Map.of("lines", Integer.toString(lines.size())));
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws CatalogueFailure.UnknownImport where there is none
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Import find(long id) {
    access.require(EXCHANGE);
    try (Connection connection = database.getConnection()) {
      return new ImportRows(connection, clock.instant()).find(id);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Proposes what is new or changed, and of the rest what is ticked.
   *
   * @param ticked numbers of lines in the file
   * @param from the first day for which the versions shall hold
   * @throws CatalogueFailure.ChangedMeanwhile where the file was dealt with already
   * @throws CatalogueFailure.NothingToTake where no line remains
   */
  public Taken take(long id, int seen, Set<Integer> ticked, LocalDate from, String reason) {
    Account account = access.require(EXCHANGE);
    try (Connection connection = database.getConnection()) {
      Taken taken =
          new ImportRows(connection, clock.instant())
              .take(id, seen, ticked, from, reason, account.login(), trail);
      trail.record(
          "catalogue.import.take",
          "catalogue-import " + id,
          Map.of(
              "proposed", Integer.toString(taken.proposed()), "ticked", ticked.size() + " lines"));
      return taken;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
