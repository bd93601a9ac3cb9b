package vn.motcua.catalogue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.motcua.database.Query;

/** The rules of the intake scope on record. */
final class IntakeScopeRows {

  private final Connection connection;

  IntakeScopeRows(Connection connection) {
    this.connection = connection;
  }

  List<IntakeScopes.Rule> rules(LocalDate on) throws SQLException {
    return Query.of(
            connection,
            """
            select s.*, b.code as branch_code, b.name as branch_name, a.code as agency_code,
              a.name as agency_name, p.code as procedure_code, v.name as procedure_name
            from intake_scope s
            left join unit b on b.id = s.branch_id
            left join unit a on a.id = s.agency_id
            left join procedure p on p.id = s.procedure_id
            left join procedure_version v on v.procedure_id = p.id and v.valid_to = 'infinity'
            where s.dataset_id = 1 and s.valid_to > ?
            order by s.valid_from desc, s.id desc limit 500
            """,
            on)
        .list(IntakeScopeRows::rule);
  }

  private static IntakeScopes.Rule rule(ResultSet row) throws SQLException {
    LocalDate to = row.getObject("valid_to", LocalDate.class);
    return new IntakeScopes.Rule(
        row.getLong("id"),
        text(row, "branch_code"),
        text(row, "branch_name"),
        text(row, "agency_code"),
        text(row, "agency_name"),
        text(row, "level"),
        text(row, "channel"),
        text(row, "procedure_code"),
        text(row, "procedure_name"),
        row.getBoolean("allowed"),
        row.getObject("valid_from", LocalDate.class),
        LocalDate.MAX.equals(to) ? null : to,
        row.getString("document"),
        row.getString("recorded_by"),
        row.getInt("version"));
  }

  /** Where no rule fits, it may: the city receives regardless of residence. */
  boolean decides(
      int branchId, int agencyId, String level, String channel, int procedureId, LocalDate on)
      throws SQLException {
    return Query.of(
            connection,
            """
            select s.allowed from intake_scope s
            where s.dataset_id = 1 and s.valid_from <= ? and s.valid_to > ?
              and (s.branch_id is null
                   or s.branch_id = (select coalesce(lineage_id, id) from unit where id = ?))
              and (s.agency_id is null
                   or s.agency_id = (select coalesce(lineage_id, id) from unit where id = ?))
              and (s.level is null or s.level = ?)
              and (s.channel is null or s.channel = ?)
              and (s.procedure_id is null or s.procedure_id = ?)
            order by num_nonnulls(s.branch_id, s.agency_id, s.level, s.channel, s.procedure_id) desc,
              s.valid_from desc, s.id desc
            limit 1
            """,
            on,
            on,
            branchId,
            agencyId,
            level,
            "OTHER".equals(channel) ? "DIRECT" : channel,
            procedureId)
        .first(row -> row.getBoolean(1))
        .orElse(true);
  }

  long add(IntakeScopes.NewRule rule, String document, String login, Instant now)
      throws SQLException {
    return Query.of(
            connection,
            """
            insert into intake_scope (dataset_id, branch_id, agency_id, level, channel,
              procedure_id, allowed, valid_from, valid_to, document, recorded_by, recorded_at)
            values (1, ?, ?, ?, ?, ?, ?, ?, coalesce(?::date, 'infinity'), ?, ?, ?) returning id
            """,
            body(rule.branch(), rule.from()),
            body(rule.agency(), rule.from()),
            choice(rule.level(), List.of("PROVINCE", "COMMUNE")),
            choice(rule.channel(), List.of("DIRECT", "ONLINE", "POST")),
            procedure(rule.procedure(), rule.from()),
            rule.allowed(),
            rule.from(),
            rule.to() == null ? null : rule.to().plusDays(1),
            document,
            login,
            now)
        .first(row -> row.getLong(1))
        .orElseThrow();
  }

  private static String choice(String typed, List<String> known) {
    String word = ProcedureSheet.clean(typed);
    if (word.isEmpty()) {
      return null;
    }
    if (!known.contains(word)) {
      throw new CatalogueFailure.SheetWrong(
          List.of(SheetProblem.wrong("scope", "choice-unknown", word)));
    }
    return word;
  }

  private Integer body(String typed, LocalDate on) throws SQLException {
    String code = ProcedureSheet.clean(typed);
    return code.isEmpty()
        ? null
        : Query.of(
                connection,
                "select coalesce(lineage_id, id) from unit where dataset_id = 1 and code = ?"
                    + " and valid_from <= ? and valid_to > ?",
                code,
                on,
                on)
            .first(row -> row.getInt(1))
            .orElseThrow(
                () ->
                    new CatalogueFailure.SheetWrong(
                        List.of(SheetProblem.wrong("scope", "body-unknown", code))));
  }

  private Integer procedure(String typed, LocalDate on) throws SQLException {
    String code = ProcedureSheet.clean(typed);
    return code.isEmpty()
        ? null
        : Query.of(connection, "select id from procedure where dataset_id = 1 and code = ?", code)
            .first(row -> row.getInt(1))
            .orElseThrow(() -> new CatalogueFailure.UnknownProcedure(code, on));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }
}
