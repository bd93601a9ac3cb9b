package vn.motcua.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.motcua.catalogue.LimitUnit;
import vn.motcua.database.Query;

/**
 * Internal processes by the kind of limit, one for each procedure that the city or a commune
 * decides and whose limit is known. An edition that changes a template makes the next version of
 * the processes that follow it; dossiers keep the version they began with.
 */
final class ProcessSection implements ReferenceSection {

  private enum Place {
    BRANCH,
    AGENCY
  }

  private enum StepRole {
    CLERK,
    OFFICER,
    BRANCH_DIRECTOR
  }

  /** What a process says: the numbers of the baseline and the steps. */
  private record Process(
      int baselineSteps, int baselineMinutes, String note, List<ProcessTemplate.Step> steps) {}

  private record Recorded(int id, int version, LocalDate validFrom, Process process) {}

  @Override
  public List<String> columns() {
    return List.of(
        "template", "position", "name", "name_en", "place", "role", "minutes", "public_name");
  }

  @Override
  public void load(ReferenceFile file, Connection connection, Tally tally) throws SQLException {
    Map<String, List<ProcessTemplate.Step>> templates = new HashMap<>();
    List<ReferenceRow> good = new ArrayList<>();
    for (ReferenceRow row : file.rows()) {
      try {
        templates.computeIfAbsent(row.required("template"), t -> new ArrayList<>()).add(step(row));
        good.add(row);
      } catch (BadCell e) {
        tally.refuse(List.of(e.at(row.line())));
      }
    }
    boolean written =
        good.size() == file.rows().size()
            && file.refusals().isEmpty()
            && derive(file, templates, connection);
    good.forEach(
        row -> {
          if (written) {
            tally.taken();
          } else {
            tally.unchanged();
          }
        });
  }

  private static ProcessTemplate.Step step(ReferenceRow row) throws BadCell {
    return new ProcessTemplate.Step(
        row.count("position"),
        row.required("name"),
        row.required("name_en"),
        row.oneOf(Place.class, "place", null).name(),
        row.oneOf(StepRole.class, "role", null).name(),
        "rest".equals(row.text("minutes")) ? null : Integer.valueOf(row.count("minutes")),
        row.text("public_name"));
  }

  private static boolean derive(
      ReferenceFile file, Map<String, List<ProcessTemplate.Step>> templates, Connection connection)
      throws SQLException {
    int moreSteps = Integer.parseInt(file.header().getOrDefault("baseline-more-steps", "0"));
    int percent = Integer.parseInt(file.header().getOrDefault("baseline-time-percent", "100"));
    String note = file.header().getOrDefault("note", "");
    Map<Integer, Recorded> recorded = recorded(connection);
    Map<Integer, Process> wanted = new LinkedHashMap<>();
    Set<Integer> managed = managed(connection);
    limits(connection, file.effectiveFrom())
        .forEach(
            (procedure, limit) -> {
              List<ProcessTemplate.Step> steps =
                  new ProcessTemplate(
                          templates.getOrDefault(
                              limit.minutes() < 7 * 60 || limit.sameDay()
                                  ? ProcessTemplate.SAME_DAY
                                  : ProcessTemplate.DAYS,
                              List.of()))
                      .within(limit.minutes());
              wanted.put(
                  procedure,
                  new Process(
                      steps.size() + moreSteps, limit.minutes() * percent / 100, note, steps));
            });
    wanted
        .entrySet()
        .removeIf(
            entry -> {
              Recorded former = recorded.get(entry.getKey());
              return entry.getValue().steps().isEmpty()
                  || managed.contains(entry.getKey())
                  || former != null
                      && (former.process().equals(entry.getValue())
                          || !former.validFrom().isBefore(file.effectiveFrom()));
            });
    write(connection, wanted, recorded, file.effectiveFrom());
    return !wanted.isEmpty();
  }

  /** Procedures whose process people have approved a version of. */
  private static Set<Integer> managed(Connection connection) throws SQLException {
    return new HashSet<>(
        Query.of(
                connection,
                "select procedure_id from internal_process where proposal_id is not null")
            .list(row -> row.getInt(1)));
  }

  private record Limit(int minutes, boolean sameDay) {}

  /** Limits of the general case, filed directly, of what the city or a commune decides. */
  private static Map<Integer, Limit> limits(Connection connection, LocalDate day)
      throws SQLException {
    Map<Integer, Limit> limits = new LinkedHashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select distinct on (v.procedure_id) v.procedure_id, coalesce(v.same_day, false) as same_day,
              l.amount, l.unit
            from procedure_version v
            join procedure p on p.id = v.procedure_id and p.dataset_id = 1
            join procedure_limit l on l.version_id = v.id and l.applies_to = ''
            where v.valid_from <= ? and v.valid_to > ?
              and v.levels && array['PROVINCE', 'COMMUNE']
            order by v.procedure_id,
              case l.channel when 'DIRECT' then 0 when 'ONLINE' then 2 when 'POST' then 3 else 1 end
            """)) {
      statement.setObject(1, day);
      statement.setObject(2, day);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          limits.put(
              row.getInt("procedure_id"),
              new Limit(
                  workingMinutes(row.getInt("amount"), LimitUnit.ofCode(row.getString("unit"))),
                  row.getBoolean("same_day")));
        }
      }
    }
    return limits;
  }

  /** Five working days in seven, 22 in a month. */
  private static int workingMinutes(int amount, LimitUnit unit) {
    return switch (unit) {
      case WORKING_HOURS -> amount * 60;
      case WORKING_DAYS -> amount * ProcessTemplate.MINUTES_OF_A_DAY;
      case CALENDAR_DAYS -> amount * ProcessTemplate.MINUTES_OF_A_DAY * 5 / 7;
      case MONTHS -> amount * 22 * ProcessTemplate.MINUTES_OF_A_DAY;
    };
  }

  private static Map<Integer, Recorded> recorded(Connection connection) throws SQLException {
    Map<Integer, Recorded> recorded = new HashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                select p.*, s.position, s.name, s.name_en, s.place, s.role, s.minutes, s.public_name
                from internal_process p join internal_step s on s.process_id = p.id
                where p.valid_to = 'infinity' order by p.id, s.position
                """);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Recorded process =
            recorded.get(row.getInt("procedure_id")) == null
                ? new Recorded(
                    row.getInt("id"),
                    row.getInt("version"),
                    row.getObject("valid_from", LocalDate.class),
                    new Process(
                        row.getInt("baseline_steps"),
                        row.getInt("baseline_minutes"),
                        row.getString("note"),
                        new ArrayList<>()))
                : recorded.get(row.getInt("procedure_id"));
        process
            .process()
            .steps()
            .add(
                new ProcessTemplate.Step(
                    row.getInt("position"),
                    row.getString("name"),
                    row.getString("name_en"),
                    row.getString("place"),
                    row.getString("role"),
                    row.getInt("minutes"),
                    row.getString("public_name")));
        recorded.put(row.getInt("procedure_id"), process);
      }
    }
    return recorded;
  }

  private static void write(
      Connection connection,
      Map<Integer, Process> wanted,
      Map<Integer, Recorded> recorded,
      LocalDate from)
      throws SQLException {
    try (PreparedStatement closing =
            connection.prepareStatement("update internal_process set valid_to = ? where id = ?");
        PreparedStatement process =
            connection.prepareStatement(
                """
                insert into internal_process
                  (procedure_id, version, valid_from, baseline_steps, baseline_minutes, note)
                values (?, ?, ?, ?, ?, ?)
                """);
        PreparedStatement steps =
            connection.prepareStatement(
                """
                insert into internal_step
                  (process_id, position, name, name_en, place, role, minutes, public_name)
                select id, ?, ?, ?, ?, ?, ?, ? from internal_process
                where procedure_id = ? and version = ?
                """)) {
      for (Map.Entry<Integer, Process> entry : wanted.entrySet()) {
        Recorded former = recorded.get(entry.getKey());
        int version = former == null ? 1 : former.version() + 1;
        if (former != null) {
          closing.setObject(1, from);
          closing.setInt(2, former.id());
          closing.addBatch();
        }
        Process said = entry.getValue();
        process.setInt(1, entry.getKey());
        process.setInt(2, version);
        process.setObject(3, from);
        process.setInt(4, said.baselineSteps());
        process.setInt(5, said.baselineMinutes());
        process.setString(6, said.note());
        process.addBatch();
        for (ProcessTemplate.Step step : said.steps()) {
          steps.setInt(1, step.position());
          steps.setString(2, step.name());
          steps.setString(3, step.nameEn());
          steps.setString(4, step.place());
          steps.setString(5, step.role());
          steps.setInt(6, step.minutes());
          steps.setString(7, step.publicName());
          steps.setInt(8, entry.getKey());
          steps.setInt(9, version);
          steps.addBatch();
        }
      }
      closing.executeBatch();
      process.executeBatch();
      steps.executeBatch();
    }
  }
}
