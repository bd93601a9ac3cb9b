package vn.motcua.figures.board;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.dataset.DatasetSummary;

/** Reads the dossiers behind a figure, page by page along their moments. */
final class DossierReading {

  private static final int PAGE = 50;

  private static final String SQL =
      """
      select f.dossier_id, d.code, coalesce(n.name, '') as procedure, coalesce(b.name, '') as branch,
             u.name as unit, l.name as field, f.class, f.received_at, f.original_due_at,
             f.overdue_since, f.ended_at, f.%1$s as moment
      from read_model
      join dossier_fact f on f.generation = active_generation
      join dossier d on d.id = f.dossier_id
      join unit u on u.id = f.unit_id
      join field l on l.id = f.field_id
      left join unit b on b.id = f.branch_id
      left join lateral (
        select coalesce(nullif(v.short_name, ''), v.name) as name from procedure_version v
        where v.procedure_id = f.procedure_id order by v.valid_from desc limit 1) n on true
      where f.dataset_id = ? and %2$s and f.%1$s is not null
        and (?::int is null or f.branch_id in (
          select v.id from unit w
          join unit v on v.dataset_id = w.dataset_id and v.code = w.code where w.id = ?))
        and (?::int is null or f.field_id = ?)
        and (?::timestamptz is null or f.%1$s >= ?) and (?::timestamptz is null or f.%1$s < ?)
        and (?::timestamptz is null or (f.%1$s, f.dossier_id) > (?, ?))
      order by f.%1$s, f.dossier_id
      limit ?
      """;

  private final Connection connection;
  private final DatasetSummary dataset;
  private final BoardQuestion question;
  private final Instant present;

  /**
   * @param present T
   */
  DossierReading(
      Connection connection, DatasetSummary dataset, BoardQuestion question, Instant present) {
    this.connection = connection;
    this.dataset = dataset;
    this.question = question;
    this.present = present;
  }

  DossierPage page(DossierMeasure measure, DossierPage.Place after) throws SQLException {
    List<DossierPage.Line> lines = new ArrayList<>();
    DossierPage.Place last = null;
    boolean more = false;
    try (PreparedStatement query =
        connection.prepareStatement(SQL.formatted(measure.moment(), measure.condition()))) {
      bind(query, measure, after);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          if (lines.size() == PAGE) {
            more = true;
            break;
          }
          lines.add(line(row));
          last = new DossierPage.Place(moment(row, "moment"), row.getLong("dossier_id"));
        }
      }
    }
    return new DossierPage(lines, more ? last.text() : null);
  }

  private void bind(PreparedStatement query, DossierMeasure measure, DossierPage.Place after)
      throws SQLException {
    OffsetDateTime from = measure.ofPeriod() ? start(question.period().from()) : null;
    // No later than the day of T, as the figures have it.
    LocalDate tomorrow = LocalDate.ofInstant(present, dataset.zone()).plusDays(1);
    LocalDate end = question.period().to().isBefore(tomorrow) ? question.period().to() : tomorrow;
    OffsetDateTime to = measure.ofPeriod() ? start(end) : null;
    OffsetDateTime place = after == null ? null : after.moment().atOffset(ZoneOffset.UTC);
    query.setInt(1, dataset.id());
    query.setObject(2, question.branchId(), Types.INTEGER);
    query.setObject(3, question.branchId(), Types.INTEGER);
    query.setObject(4, question.fieldId(), Types.INTEGER);
    query.setObject(5, question.fieldId(), Types.INTEGER);
    query.setObject(6, from, Types.TIMESTAMP_WITH_TIMEZONE);
    query.setObject(7, from, Types.TIMESTAMP_WITH_TIMEZONE);
    query.setObject(8, to, Types.TIMESTAMP_WITH_TIMEZONE);
    query.setObject(9, to, Types.TIMESTAMP_WITH_TIMEZONE);
    query.setObject(10, place, Types.TIMESTAMP_WITH_TIMEZONE);
    query.setObject(11, place, Types.TIMESTAMP_WITH_TIMEZONE);
    query.setLong(12, after == null ? 0 : after.id());
    query.setInt(13, PAGE + 1);
  }

  private OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(dataset.zone()).toOffsetDateTime();
  }

  private DossierPage.Line line(ResultSet row) throws SQLException {
    Instant overdueSince = moment(row, "overdue_since");
    Instant endedAt = moment(row, "ended_at");
    Instant until = endedAt == null ? present : endedAt;
    return new DossierPage.Line(
        row.getLong("dossier_id"),
        row.getString("code"),
        row.getString("procedure"),
        row.getString("branch"),
        row.getString("unit"),
        row.getString("field"),
        row.getString("class"),
        moment(row, "received_at"),
        moment(row, "original_due_at"),
        endedAt,
        overdueSince == null ? null : Duration.between(overdueSince, until));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
