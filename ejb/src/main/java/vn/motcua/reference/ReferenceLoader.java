package vn.motcua.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Loads all reference files, each in a transaction of its own. Loading the same files again changes
 * no row. A file of a later edition (its effective-from) closes what it replaces; what an edition
 * says of a day is never rewritten. Two nodes that start together load one after the other.
 */
public class ReferenceLoader {

  /** An arbitrary number that no other advisory lock of the application uses. */
  private static final long LOCK = 0x6d6f7463756152L;

  private final DataSource database;
  private final InstantSource clock;
  private final ReferenceSource source;

  public ReferenceLoader(DataSource database, InstantSource clock) {
    this(database, clock, ReferenceSource.builtIn());
  }

  ReferenceLoader(DataSource database, InstantSource clock, ReferenceSource source) {
    this.database = database;
    this.clock = clock;
    this.source = source;
  }

  /** The order matters: later files refer to bodies and fields of earlier ones. */
  private static Map<String, ReferenceSection> sections() {
    Map<String, ReferenceSection> sections = new LinkedHashMap<>();
    sections.put("organisation.csv", new UnitSection());
    sections.put("communes-before-2025-07.csv", new UnitSection());
    sections.put("communes.csv", new UnitSection());
    sections.put("commune-successors.csv", new SuccessorSection());
    sections.put("rollout-phases.csv", new PhaseSection());
    sections.put("branch-network.csv", new NetworkSection());
    sections.put("fields.csv", new FieldSection());
    sections.put("procedures-common.csv", new ProcedureSection());
    sections.put("procedures-national.csv", new ProcedureSection());
    sections.put("province-competence.csv", new CompetenceSection());
    sections.put("agency-identifiers.csv", new IdentifierSection());
    sections.put("procedure-questions.csv", new QuestionSection());
    sections.put("procedure-components.csv", new ComponentSection());
    sections.put("internal-processes.csv", new ProcessSection());
    return sections;
  }

  /**
   * Loads all files. Must run outside a container transaction, since it commits file by file.
   *
   * @return one report per file, in the order of loading
   * @throws IllegalStateException where the database fails; files before the failing one stay
   *     loaded
   */
  public List<FileReport> load() {
    List<FileReport> reports = new ArrayList<>();
    sections().forEach((file, section) -> reports.add(load(file, section)));
    return reports;
  }

  private FileReport load(String file, ReferenceSection section) {
    try (Connection connection = database.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        FileReport report = load(file, section, connection);
        connection.commit();
        return report;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private FileReport load(String name, ReferenceSection section, Connection connection)
      throws SQLException, IOException {
    waitForOtherNodes(connection);
    Tally tally = new Tally();
    Optional<byte[]> content = source.read(name);
    String digest = content.map(ReferenceFile::digest).orElse("");
    LocalDate effectiveFrom = null;
    if (content.isEmpty()) {
      tally.refuse(0, RefusalCode.FILE_MISSING, name);
    } else {
      try {
        ReferenceFile file = ReferenceFile.read(name, content.get(), section.columns());
        effectiveFrom = file.effectiveFrom();
        tally.refuse(file.refusals());
        section.load(file, connection, tally);
      } catch (ReferenceFile.UnusableFile e) {
        tally.refuse(List.of(e.refusal()));
      }
    }
    FileReport report = tally.report(name);
    keep(connection, report, digest, effectiveFrom);
    return report;
  }

  private static void waitForOtherNodes(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
    }
  }

  private void keep(
      Connection connection, FileReport report, String digest, LocalDate effectiveFrom)
      throws SQLException {
    long load;
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into reference_load
              (file, digest, effective_from, loaded_at, taken, unchanged, ended, refused)
            values (?, ?, ?, ?, ?, ?, ?, ?) returning id
            """)) {
      statement.setString(1, report.file());
      statement.setString(2, digest);
      statement.setObject(3, effectiveFrom);
      statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
      statement.setInt(5, report.taken());
      statement.setInt(6, report.unchanged());
      statement.setInt(7, report.ended());
      statement.setInt(8, report.refusals().size());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        load = row.getLong(1);
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into reference_refusal (load_id, line, code, reason) values (?, ?, ?, ?)")) {
      for (Refusal refusal : report.refusals()) {
        statement.setLong(1, load);
        statement.setInt(2, refusal.line());
        statement.setString(3, refusal.code().code());
        statement.setString(4, refusal.reason());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
