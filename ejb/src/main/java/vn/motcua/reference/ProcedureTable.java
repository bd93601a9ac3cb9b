package vn.motcua.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.catalogue.ProcedureFee;
import vn.motcua.catalogue.ProcedureLimit;
import vn.motcua.events.Channel;

/** The city's procedures on record: read once per file, changed in memory, written in batches. */
final class ProcedureTable {

  /** The latest version of a procedure. */
  record Latest(
      int procedure,
      LocalDate validFrom,
      LocalDate validTo,
      String digest,
      String file,
      boolean managed) {

    boolean open() {
      return LocalDate.MAX.equals(validTo);
    }

    /** The first day from which another version may hold. */
    LocalDate begins() {
      return open() ? validFrom : validTo;
    }

    boolean says(ProcedureEntry entry) {
      return digest.equals(entry.digest());
    }
  }

  private record Opening(ProcedureEntry entry, LocalDate from, String file) {}

  private final Connection connection;
  private final Map<String, Latest> latest = new HashMap<>();
  private final Map<String, LocalDate> closings = new HashMap<>();
  private final List<Opening> openings = new ArrayList<>();

  private ProcedureTable(Connection connection) {
    this.connection = connection;
  }

  static ProcedureTable read(Connection connection) throws SQLException {
    ProcedureTable table = new ProcedureTable(connection);
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                select distinct on (p.id)
                  p.id, p.code, p.managed, v.valid_from, v.valid_to, v.digest, v.file
                from procedure p join procedure_version v on v.procedure_id = p.id
                where p.dataset_id = 1
                order by p.id, v.valid_from desc
                """);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        table.latest.put(
            row.getString("code"),
            new Latest(
                row.getInt("id"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("digest"),
                row.getString("file"),
                row.getBoolean("managed")));
      }
    }
    return table;
  }

  /** Null where no procedure of this code was ever known. */
  Latest latest(String code) {
    return latest.get(code);
  }

  /** Codes of the open procedures that a file brought before a day. */
  List<String> openOf(String file, LocalDate before) {
    return latest.entrySet().stream()
        .filter(entry -> entry.getValue().open())
        .filter(entry -> entry.getValue().file().equals(file))
        .filter(entry -> entry.getValue().validFrom().isBefore(before))
        .map(Map.Entry::getKey)
        .toList();
  }

  void close(String code, LocalDate day) {
    closings.put(code, day);
  }

  void open(ProcedureEntry entry, LocalDate from, String file) {
    openings.add(new Opening(entry, from, file));
  }

  void write() throws SQLException {
    writeClosings();
    Map<String, Integer> procedures = writeProcedures();
    Deque<Integer> versions = numbers("procedure_version", openings.size());
    Map<Opening, Integer> versionOf = new HashMap<>();
    openings.forEach(opening -> versionOf.put(opening, versions.remove()));
    writeVersions(procedures, versionOf);
    writeLimits(versionOf);
    writeFees(versionOf);
  }

  private void writeClosings() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update procedure_version set valid_to = ?
            where procedure_id = ? and valid_to = 'infinity'
            """)) {
      for (Map.Entry<String, LocalDate> closing : closings.entrySet()) {
        statement.setObject(1, closing.getValue());
        statement.setInt(2, latest.get(closing.getKey()).procedure());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private Map<String, Integer> writeProcedures() throws SQLException {
    Map<String, Integer> procedures = new HashMap<>();
    latest.forEach((code, version) -> procedures.put(code, version.procedure()));
    List<String> fresh =
        openings.stream()
            .map(opening -> opening.entry().code())
            .filter(code -> !procedures.containsKey(code))
            .toList();
    Deque<Integer> ids = numbers("procedure", fresh.size());
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into procedure (id, dataset_id, code) values (?, 1, ?)")) {
      for (String code : fresh) {
        int id = ids.remove();
        procedures.put(code, id);
        statement.setInt(1, id);
        statement.setString(2, code);
        statement.addBatch();
      }
      statement.executeBatch();
    }
    return procedures;
  }

  private void writeVersions(Map<String, Integer> procedures, Map<Opening, Integer> versionOf)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into procedure_version (id, procedure_id, valid_from, name, short_name,
              field_code, levels, competent_agency, performing_agency, limit_basis, limit_note,
              fee_basis, fee_note, same_day, common, result_code, source, file, digest, search_text)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, fold(?))
            """)) {
      for (Opening opening : openings) {
        ProcedureEntry entry = opening.entry();
        statement.setInt(1, versionOf.get(opening));
        statement.setInt(2, procedures.get(entry.code()));
        statement.setObject(3, opening.from());
        statement.setString(4, entry.name());
        statement.setString(5, entry.shortName());
        statement.setString(6, entry.fieldCode());
        statement.setArray(
            7, connection.createArrayOf("text", entry.levels().stream().map(Enum::name).toArray()));
        statement.setString(8, entry.competentAgency());
        statement.setString(9, entry.performingAgency());
        statement.setString(10, entry.limitBasis().name());
        statement.setString(11, entry.limitNote());
        statement.setString(12, entry.feeBasis().name());
        statement.setString(13, entry.feeNote());
        statement.setObject(14, entry.sameDay(), Types.BOOLEAN);
        statement.setBoolean(15, entry.common());
        statement.setString(16, entry.resultCode());
        statement.setString(17, entry.source());
        statement.setString(18, opening.file());
        statement.setString(19, entry.digest());
        statement.setString(20, String.join(" | ", entry.shortName(), entry.name(), entry.code()));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void writeLimits(Map<Opening, Integer> versionOf) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into procedure_limit (version_id, channel, applies_to, amount, unit)
            values (?, ?, ?, ?, ?)
            """)) {
      for (Opening opening : openings) {
        for (ProcedureLimit limit : opening.entry().limits()) {
          statement.setInt(1, versionOf.get(opening));
          statement.setString(2, name(limit.channel()));
          statement.setString(3, limit.appliesTo());
          statement.setInt(4, limit.amount());
          statement.setString(5, limit.unit().code());
          statement.addBatch();
        }
      }
      statement.executeBatch();
    }
  }

  private void writeFees(Map<Opening, Integer> versionOf) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into procedure_fee (version_id, channel, applies_to, amount)
            values (?, ?, ?, ?)
            """)) {
      for (Opening opening : openings) {
        for (ProcedureFee fee : opening.entry().fees()) {
          statement.setInt(1, versionOf.get(opening));
          statement.setString(2, name(fee.channel()));
          statement.setString(3, fee.appliesTo());
          statement.setLong(4, fee.amount());
          statement.addBatch();
        }
      }
      statement.executeBatch();
    }
  }

  private Deque<Integer> numbers(String table, int count) throws SQLException {
    Deque<Integer> numbers = new ArrayDeque<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select nextval(pg_get_serial_sequence(?, 'id')) from generate_series(1, ?)")) {
      statement.setString(1, table);
      statement.setInt(2, count);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          numbers.add(row.getInt(1));
        }
      }
    }
    return numbers;
  }

  private static String name(Channel channel) {
    return channel == null ? null : channel.name();
  }
}
