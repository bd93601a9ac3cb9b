package vn.motcua.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.motcua.database.Query;

/** Reads and writes versions of internal processes. */
final class ProcessRows {

  private final Connection connection;

  ProcessRows(Connection connection) {
    this.connection = connection;
  }

  /** The newest first. */
  List<ProcessVersion> versions(String code) throws SQLException {
    return Query.of(
            connection,
            """
            select i.* from internal_process i join procedure p on p.id = i.procedure_id
            where p.dataset_id = 1 and p.code = ? order by i.version desc
            """,
            code)
        .list(this::version);
  }

  /** The id of the latest version, 0 where there is none. */
  int latest(String code) throws SQLException {
    List<ProcessVersion> versions = versions(code);
    return versions.isEmpty() ? 0 : versions.getFirst().id();
  }

  Set<String> bodies(LocalDate on) throws SQLException {
    return new TreeSet<>(
        Query.of(
                connection,
                "select code from unit where dataset_id = 1 and valid_from <= ? and valid_to > ?",
                on,
                on)
            .list(row -> row.getString(1)));
  }

  private ProcessVersion version(ResultSet row) throws SQLException {
    int id = row.getInt("id");
    LocalDate to = row.getObject("valid_to", LocalDate.class);
    return new ProcessVersion(
        id,
        row.getInt("version"),
        row.getObject("valid_from", LocalDate.class),
        LocalDate.MAX.equals(to) ? null : to,
        row.getInt("baseline_steps"),
        row.getInt("baseline_minutes"),
        Query.of(
                connection,
                "select * from internal_step where process_id = ? order by position",
                id)
            .list(ProcessRows::step),
        Query.of(
                connection,
                "select * from internal_branch where process_id = ? order by position",
                id)
            .list(ProcessRows::branch),
        row.getString("note"));
  }

  private static ProcessVersion.Step step(ResultSet row) throws SQLException {
    return new ProcessVersion.Step(
        row.getInt("position"),
        row.getString("name"),
        row.getString("name_en"),
        "BRANCH".equals(row.getString("place")),
        row.getString("role"),
        row.getInt("minutes"),
        row.getString("public_name"),
        row.getString("unit_code"),
        row.getBoolean("hand_over"),
        row.getInt("opinions_needed"));
  }

  private static ProcessVersion.Branch branch(ResultSet row) throws SQLException {
    return new ProcessVersion.Branch(
        row.getInt("position"),
        row.getInt("at_step"),
        "ALTERNATIVE".equals(row.getString("kind")),
        row.getString("name"),
        row.getString("unit_code"),
        row.getString("role"),
        row.getInt("minutes"),
        row.getString("condition"),
        row.getInt("to_step"));
  }

  /** A version as people would write it. */
  static ProcessSheet sheet(String code, ProcessVersion version) {
    String steps =
        version.steps().stream()
            .map(
                step ->
                    String.join(
                        " | ",
                        step.name(),
                        step.nameEn(),
                        step.atBranch() ? "BRANCH" : "AGENCY",
                        step.role(),
                        hours(step.minutes()),
                        step.publicName(),
                        step.unitCode(),
                        step.handOver() ? "liên thông" : "",
                        step.opinionsNeeded() == 0 ? "" : Integer.toString(step.opinionsNeeded())))
            .map(ProcessRows::withoutEmptyEnd)
            .collect(Collectors.joining("\n"));
    String branches =
        version.branches().stream()
            .map(ProcessRows::line)
            .map(ProcessRows::withoutEmptyEnd)
            .collect(Collectors.joining("\n"));
    return new ProcessSheet(
        Map.of("code", code, "steps", steps, "branches", branches, "note", version.note()));
  }

  private static String line(ProcessVersion.Branch branch) {
    String at = Integer.toString(branch.atStep());
    return branch.back()
        ? String.join(" | ", at, "BACK", branch.name(), Integer.toString(branch.toStep()))
        : String.join(
            " | ",
            at,
            branch.kind(),
            branch.name(),
            branch.unitCode(),
            branch.role(),
            hours(branch.minutes()),
            branch.condition());
  }

  private static String withoutEmptyEnd(String line) {
    return line.replaceFirst("[ |]+$", "");
  }

  private static String hours(int minutes) {
    return BigDecimal.valueOf(minutes)
        .divide(BigDecimal.valueOf(60), 4, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Dossiers under way keep the version they began with: it is named by each of them. */
  int write(int procedure, ProcessVersion content, LocalDate from, long proposal)
      throws SQLException {
    ProcessVersion former =
        Query.of(
                connection,
                "select * from internal_process where procedure_id = ? order by version desc limit 1",
                procedure)
            .first(this::version)
            .orElse(null);
    Query.of(
            connection,
            "update internal_process set valid_to = ? where procedure_id = ? and valid_to > ?",
            from,
            procedure,
            from)
        .update();
    // The baseline is frozen with the first version that had one.
    int id =
        Query.of(
                connection,
                """
                insert into internal_process (procedure_id, version, valid_from, baseline_steps,
                  baseline_minutes, note, proposal_id)
                values (?, ?, ?, ?, ?, ?, ?) returning id
                """,
                procedure,
                former == null ? 1 : former.version() + 1,
                from,
                former == null ? content.steps().size() : former.baselineSteps(),
                former == null ? content.minutes() : former.baselineMinutes(),
                content.note(),
                proposal)
            .first(row -> row.getInt(1))
            .orElseThrow();
    for (ProcessVersion.Step step : content.steps()) {
      Query.of(
              connection,
              """
              insert into internal_step (process_id, position, name, name_en, place, role, minutes,
                public_name, unit_code, hand_over, opinions_needed)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0))
              """,
              id,
              step.position(),
              step.name(),
              step.nameEn().isEmpty() ? step.name() : step.nameEn(),
              step.atBranch() ? "BRANCH" : "AGENCY",
              step.role(),
              step.minutes(),
              step.publicName(),
              step.unitCode(),
              step.handOver(),
              step.opinionsNeeded())
          .update();
    }
    for (ProcessVersion.Branch branch : content.branches()) {
      Query.of(
              connection,
              """
              insert into internal_branch (process_id, position, at_step, kind, name, unit_code,
                role, minutes, condition, to_step)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0))
              """,
              id,
              branch.position(),
              branch.atStep(),
              branch.kind(),
              branch.name(),
              branch.unitCode(),
              branch.role(),
              branch.minutes(),
              branch.condition(),
              branch.toStep())
          .update();
    }
    return id;
  }
}
