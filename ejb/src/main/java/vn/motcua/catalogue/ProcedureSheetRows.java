package vn.motcua.catalogue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.motcua.database.Query;

/** Writes recorded versions down as sheets. */
final class ProcedureSheetRows {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final List<String> TEXTS =
      List.of(
          "code",
          "name",
          "short_name",
          "competent_agency",
          "performing_agency",
          "delegated_to",
          "delegation_document",
          "decision",
          "limit_basis",
          "limit_note",
          "fee_basis",
          "fee_note",
          "result_code",
          "result_name",
          "online_level",
          "online_reason",
          "source_system");

  /** A bar within a text would part it: it is written as a slash. */
  private static final String SHEETS =
      """
      with asked (day) as (select ?::date)
      select p.code, v.*,
        (select string_agg(concat_ws(' | ', coalesce(channel, ''), replace(applies_to, '|', '/'),
             amount, unit), E'\\n' order by applies_to, channel nulls first)
         from procedure_limit where version_id = v.id) as limits,
        (select string_agg(concat_ws(' | ', coalesce(channel, ''), replace(applies_to, '|', '/'),
             amount, replace(beneficiary, '|', '/')), E'\\n' order by applies_to, channel nulls first)
         from procedure_fee where version_id = v.id) as fees,
        (select string_agg(concat_ws(' | ', replace(name, '|', '/'), coalesce(valid_from::text, ''),
             coalesce(valid_to::text, '')), E'\\n' order by position)
         from procedure_legal_basis where version_id = v.id) as legal_basis,
        (select string_agg(concat_ws(' | ', replace(activity, '|', '/'), hours, rate, other), E'\\n'
             order by position)
         from procedure_cost where version_id = v.id) as costs,
        (select string_agg(concat_ws(' | ', q.code, replace(q.text_vi, '|', '/'),
             replace(q.text_en, '|', '/')), E'\\n' order by q.position, q.code)
         from procedure_question q where q.procedure_id = p.id
           and q.valid_from <= asked.day and q.valid_to > asked.day) as questions,
        (select string_agg(concat_ws(' | ', c.code, replace(c.name, '|', '/'),
             case when c.required then 'yes' else 'no' end, c.baseline,
             replace(c.held_source, '|', '/'), coalesce(q.code || '='
               || case when c.when_answer then 'yes' else 'no' end, '')), E'\\n'
             order by c.position, c.code)
         from procedure_component c left join procedure_question q on q.id = c.question_id
         where c.procedure_id = p.id
           and c.valid_from <= asked.day and c.valid_to > asked.day) as components
      from asked
      join procedure_version v on v.valid_from <= asked.day and v.valid_to > asked.day
      join procedure p on p.id = v.procedure_id and p.dataset_id = 1
      """;

  private final Connection connection;

  ProcedureSheetRows(Connection connection) {
    this.connection = connection;
  }

  /** What was in force on a day; empty where nothing was. */
  Optional<ProcedureSheet> on(String code, LocalDate day) throws SQLException {
    return Query.of(connection, SHEETS + "where p.code = ?", day, code)
        .first(ProcedureSheetRows::sheet);
  }

  /** All that were in force on a day, in the order of their codes. */
  List<ProcedureSheet> all(LocalDate day) throws SQLException {
    return Query.of(connection, SHEETS + "order by p.code", day).list(ProcedureSheetRows::sheet);
  }

  private static ProcedureSheet sheet(ResultSet row) throws SQLException {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String column : TEXTS) {
      cells.put(column, row.getString(column));
    }
    for (String column : ProcedureSheet.LISTS) {
      cells.put(column, lines(row.getString(column)));
    }
    cells.put("field", row.getString("field_code"));
    cells.put("levels", String.join(", ", Query.texts(row, "levels")));
    cells.put("channels", String.join(", ", Query.texts(row, "channels")));
    cells.put("delegated_from", text(row.getObject("delegated_from")));
    cells.put("decided_on", text(row.getObject("decided_on")));
    Instant published = Query.moment(row, "published_at");
    cells.put("published_at", published == null ? "" : MINUTE.format(published.atZone(ZONE)));
    cells.put("same_day", yesNo(row.getObject("same_day", Boolean.class)));
    cells.put("result_document", yesNo(row.getObject("result_document", Boolean.class)));
    cells.put("common", row.getBoolean("common") ? "yes" : "");
    cells.put("volume", text(row.getObject("volume")));
    return new ProcedureSheet(cells);
  }

  private static String lines(String text) {
    return text == null
        ? ""
        : text.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  private static String yesNo(Boolean value) {
    return value == null ? "" : value ? "yes" : "no";
  }
}
