package vn.motcua.catalogue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.Query;

/** Files on record: judged when they are read, proposed when they are taken. */
final class ImportRows {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final Connection connection;
  private final Instant now;

  ImportRows(Connection connection, Instant now) {
    this.connection = connection;
    this.now = now;
  }

  long keep(String name, byte[] content, List<TableFile.Line> lines, String login)
      throws SQLException {
    long id =
        Query.of(
                connection,
                """
                insert into catalogue_import (name, sha256, made_by, made_at, status)
                values (?, ?, ?, ?, 'READ') returning id
                """,
                ProcedureSheet.clean(name),
                digest(content),
                login,
                now)
            .first(row -> row.getLong(1))
            .orElseThrow();
    Map<String, ProcedureSheet> present = new HashMap<>();
    LocalDate today = LocalDate.ofInstant(now, ZONE);
    new ProcedureSheetRows(connection)
        .all(today)
        .forEach(sheet -> present.put(sheet.cell("code"), sheet));
    Map<String, String> fieldsByName = fieldsByName();
    Set<String> fields = new ProcedureVersionRows(connection).fields();
    Set<String> codes = new HashSet<>();
    for (TableFile.Line line : lines) {
      ImportedLine judged = judge(line, present, fields, fieldsByName);
      if (!codes.add(judged.code())) {
        List<SheetProblem> problems = new ArrayList<>(judged.problems());
        problems.add(SheetProblem.wrong("code", "twice", judged.code()));
        judged =
            new ImportedLine(
                judged.line(),
                judged.cells(),
                ImportedLine.Verdict.WRONG,
                judged.changed(),
                problems,
                false);
      }
      insert(id, judged);
    }
    return id;
  }

  private Map<String, String> fieldsByName() throws SQLException {
    Map<String, String> fields = new HashMap<>();
    Query.of(connection, "select name, code from field where dataset_id = 1 and level = ''")
        .list(row -> fields.put(row.getString(1).toLowerCase(Locale.ROOT), row.getString(2)));
    return fields;
  }

  private static ImportedLine judge(
      TableFile.Line line,
      Map<String, ProcedureSheet> present,
      Set<String> fields,
      Map<String, String> fieldsByName) {
    boolean foreign = ForeignColumns.fits(line.cells());
    Map<String, String> said =
        foreign ? ForeignColumns.cells(line.cells(), fieldsByName) : line.cells();
    ProcedureSheet former = present.get(said.getOrDefault("code", ""));
    Map<String, String> cells = new HashMap<>(former == null ? Map.of() : former.cells());
    cells.putAll(said);
    if (former == null) {
      cells.putIfAbsent("channels", "DIRECT, ONLINE, POST");
    }
    ProcedureSheet sheet = new ProcedureSheet(cells);
    if (former != null && foreign) {
      sheet = keepingWhatSaysTheSame(sheet, former);
    }
    List<String> changed =
        sheet.differences(former == null ? new ProcedureSheet(Map.of()) : former);
    ProcedureSheetReader reader = new ProcedureSheetReader(sheet, fields);
    reader.read();
    // What stands in the catalogue already is not doubted anew.
    List<SheetProblem> problems =
        reader.problems().stream()
            .filter(problem -> problem.wrong() || changed.contains(problem.column()))
            .toList();
    return new ImportedLine(
        line.number(), sheet.cells(), verdict(former, changed, problems), changed, problems, false);
  }

  /** A list tells one limit or fee; a catalogue that has the same among others says more. */
  private static ProcedureSheet keepingWhatSaysTheSame(
      ProcedureSheet sheet, ProcedureSheet former) {
    ProcedureSheet kept = sheet;
    for (String column : List.of("limits", "fees")) {
      List<List<String>> theirs = sheet.lines(column);
      if (theirs.size() == 1
          && former.lines(column).stream()
              .anyMatch(ours -> ours.subList(1, 3).equals(theirs.getFirst().subList(1, 3)))) {
        kept = kept.with(column, former.cell(column));
      }
    }
    return kept;
  }

  private static ImportedLine.Verdict verdict(
      ProcedureSheet former, List<String> changed, List<SheetProblem> problems) {
    if (problems.stream().anyMatch(SheetProblem::wrong)) {
      return ImportedLine.Verdict.WRONG;
    }
    if (!problems.isEmpty()) {
      return ImportedLine.Verdict.DOUBTFUL;
    }
    if (former == null) {
      return ImportedLine.Verdict.NEW;
    }
    return changed.isEmpty() ? ImportedLine.Verdict.SAME : ImportedLine.Verdict.CHANGED;
  }

  private void insert(long id, ImportedLine line) throws SQLException {
    JsonArrayBuilder problems = Json.createArrayBuilder();
    line.problems()
        .forEach(
            problem ->
                problems.add(
                    Json.createObjectBuilder()
                        .add("column", problem.column())
                        .add("code", problem.code())
                        .add("wrong", problem.wrong())
                        .add("arguments", Json.createArrayBuilder(problem.arguments()))));
    Query.of(
            connection,
            """
            insert into catalogue_import_line (import_id, line, content, verdict, problems)
            values (?, ?, ?::jsonb, ?, ?::jsonb) on conflict do nothing
            """,
            id,
            line.line(),
            CellsJson.write(line.cells()),
            line.verdict(),
            Json.createObjectBuilder()
                .add("problems", problems)
                .add("changed", Json.createArrayBuilder(line.changed()))
                .build()
                .toString())
        .update();
  }

  CatalogueExchange.Import find(long id) throws SQLException {
    List<ImportedLine> lines =
        Query.of(
                connection,
                "select * from catalogue_import_line where import_id = ? order by line",
                id)
            .list(ImportRows::line);
    return Query.of(connection, "select * from catalogue_import where id = ?", id)
        .first(
            row ->
                new CatalogueExchange.Import(
                    id,
                    row.getString("name"),
                    row.getString("made_by"),
                    row.getString("status"),
                    row.getInt("version"),
                    lines))
        .orElseThrow(() -> new CatalogueFailure.UnknownImport(id));
  }

  private static ImportedLine line(ResultSet row) throws SQLException {
    List<SheetProblem> problems = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    try (JsonReader reader = Json.createReader(new StringReader(row.getString("problems")))) {
      JsonObject json = reader.readObject();
      json.getJsonArray("changed")
          .getValuesAs(JsonString.class)
          .forEach(one -> changed.add(one.getString()));
      json.getJsonArray("problems")
          .getValuesAs(JsonObject.class)
          .forEach(
              one ->
                  problems.add(
                      new SheetProblem(
                          one.getString("column"),
                          one.getString("code"),
                          one.getBoolean("wrong"),
                          one.getJsonArray("arguments").getValuesAs(JsonString.class).stream()
                              .map(JsonString::getString)
                              .toList())));
    }
    return new ImportedLine(
        row.getInt("line"),
        CellsJson.read(row.getString("content")),
        ImportedLine.Verdict.valueOf(row.getString("verdict")),
        changed,
        problems,
        row.getBoolean("ticked"));
  }

  CatalogueExchange.Taken take(
      long id,
      int seen,
      Set<Integer> ticked,
      LocalDate from,
      String reason,
      String login,
      AuditTrail trail)
      throws SQLException {
    int locked =
        Query.of(
                connection,
                "update catalogue_import set status = 'TAKEN', version = version + 1"
                    + " where id = ? and version = ? and status = 'READ'",
                id,
                seen)
            .update();
    CatalogueExchange.Import file = find(id);
    if (locked == 0) {
      throw new CatalogueFailure.ChangedMeanwhile();
    }
    ProposalRows proposals = new ProposalRows(connection, now);
    Map<String, ProcedureSheet> present = new HashMap<>();
    new ProcedureSheetRows(connection)
        .all(LocalDate.ofInstant(now, ZONE))
        .forEach(sheet -> present.put(sheet.cell("code"), sheet));
    int proposed = 0;
    int left = 0;
    for (ImportedLine line : file.lines()) {
      boolean tick = ticked.contains(line.line());
      ProcedureSheet sheet = wanted(line, tick, present.get(line.code()));
      if (sheet == null) {
        left++;
        continue;
      }
      proposals.propose(sheet, from, reason, login, id, trail);
      proposed++;
      if (tick) {
        Query.of(
                connection,
                "update catalogue_import_line set ticked = true where import_id = ? and line = ?",
                id,
                line.line())
            .update();
      }
    }
    if (proposed == 0) {
      throw new CatalogueFailure.NothingToTake();
    }
    return new CatalogueExchange.Taken(proposed, left);
  }

  /** Null: the line is left. A ticked line with wrong cells keeps there what the catalogue says. */
  private ProcedureSheet wanted(ImportedLine line, boolean tick, ProcedureSheet former)
      throws SQLException {
    ProcedureSheet sheet = new ProcedureSheet(line.cells());
    return switch (line.verdict()) {
      case NEW, CHANGED -> sheet;
      case SAME -> null;
      case DOUBTFUL -> tick ? sheet : null;
      case WRONG -> {
        if (!tick) {
          yield null;
        }
        for (SheetProblem problem : line.problems()) {
          if (problem.wrong()) {
            sheet =
                sheet.with(problem.column(), former == null ? "" : former.cell(problem.column()));
          }
        }
        ProcedureSheetReader reader =
            new ProcedureSheetReader(sheet, new ProcedureVersionRows(connection).fields());
        reader.read();
        yield reader.problems().stream().anyMatch(SheetProblem::wrong) ? null : sheet;
      }
    };
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
