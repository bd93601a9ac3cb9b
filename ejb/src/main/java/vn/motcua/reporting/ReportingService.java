package vn.motcua.reporting;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.Comparison;
import vn.motcua.figures.Dimensions;
import vn.motcua.figures.FigureAnswer;
import vn.motcua.figures.FigureQuery;
import vn.motcua.figures.FigureService;
import vn.motcua.figures.Horizon;
import vn.motcua.figures.PeriodFigures;
import vn.motcua.identity.Access;
import vn.motcua.identity.Role;
import vn.motcua.reports.FieldRow;
import vn.motcua.reports.FigureHorizon;
import vn.motcua.reports.FormEdition;
import vn.motcua.reports.Letterhead;
import vn.motcua.reports.LevelSection;
import vn.motcua.reports.ProcedureResultsReport;
import vn.motcua.reports.ReportRenderer;
import vn.motcua.reports.ReportingPeriod;

/**
 * Issues periodic reports: freezes the figures at a horizon, has the referee agree, prints, and
 * keeps the printed bytes.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportingService {

  /** Biểu II.06a: results of handling procedures. */
  public static final String FORM_06A = "II.06a";

  private static final ReportRenderer RENDERER = new ReportRenderer();

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DatasetDirectory datasets;

  @EJB private FigureService figures;

  @EJB private Dimensions dimensions;

  @EJB private Access access;

  @EJB private AuditTrail trail;

  @Inject private ReportHead head;

  /**
   * Issues Biểu II.06a.
   *
   * <p>Roles: reporter, leader, administrator. Recorded in the audit trail.
   *
   * @param unitCode the competent agency, or null for the whole dataset
   * @param periodCode as {@link PeriodCode#parse} reads it
   * @throws ReportingFailure.FiguresNotReady where the stream is behind
   * @throws ReportingFailure.FiguresDisagree where stream and referee differ
   */
  public IssuedReport issueProcedureResults(
      String datasetCode, String unitCode, String periodCode, String who) {
    access.require(Role.REPORTER, Role.LEADER, Role.ADMINISTRATOR);
    ReportingPeriod period = PeriodCode.parse(periodCode);
    DatasetSummary dataset = datasets.findActive(datasetCode);
    LocalDate to = period.to().plusDays(1);
    Integer unit = unitCode == null ? null : dimensions.unit(dataset.id(), unitCode, period.to());

    Horizon horizon = figures.mark(datasetCode, period.from(), to, who);
    if (horizon.state() != Horizon.State.FROZEN) {
      throw new ReportingFailure.FiguresNotReady(horizon.id());
    }
    Comparison comparison = figures.compare(datasetCode, horizon.id());
    if (!comparison.matches()) {
      throw new ReportingFailure.FiguresDisagree(comparison.count());
    }
    ProcedureResultsReport report = report(dataset, unit, unitCode, period, horizon);
    byte[] pdf = RENDERER.pdf(report);
    byte[] xlsx = RENDERER.xlsx(report);
    IssuedReport issued = keep(dataset, unit, period.from(), to, horizon, who, pdf, xlsx);
    trail.record(
        "report.issue",
        "report " + issued.id(),
        Map.of("form", FORM_06A, "dataset", datasetCode, "period", periodCode));
    return issued;
  }

  /**
   * The bytes of an issued report, as they were. A report holds no personal data: whoever is signed
   * in may read it.
   */
  public byte[] bytes(long id, IssuedReport.Format format) {
    String sql =
        format == IssuedReport.Format.PDF
            ? "select pdf from report_issue where id = ?"
            : "select xlsx from report_issue where id = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, id);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new ReportingFailure.Unknown(id);
        }
        return row.getBytes(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private ProcedureResultsReport report(
      DatasetSummary dataset,
      Integer unit,
      String unitCode,
      ReportingPeriod period,
      Horizon horizon) {
    LocalDate to = period.to().plusDays(1);
    List<PeriodFigures> dated = byField(dataset, period.from(), to, unit, true, horizon);
    List<PeriodFigures> undated = byField(dataset, period.from(), to, unit, false, horizon);
    Map<String, Dimensions.Name> names = dimensions.names(dataset.id(), FigureQuery.Cut.FIELD);
    String reporting =
        unit == null
            ? dataset.name()
            : dimensions
                .names(dataset.id(), FigureQuery.Cut.UNIT)
                .getOrDefault(unit.toString(), new Dimensions.Name(unitCode, unitCode, ""))
                .name();
    return new ProcedureResultsReport(
        FormEdition.II_06A,
        new Letterhead(
            head.superiorAgency(),
            head.issuingAgency(),
            "",
            head.symbol(),
            head.place(),
            Optional.empty()),
        reporting,
        head.receivingUnit(),
        period,
        sections(dated, names),
        ProcedureResultsMapping.footnotes(dated, undated),
        head.signature(),
        new FigureHorizon(
            horizon.time(), dataset.zone(), "H" + horizon.id(), FigureAnswer.FORMULA_VERSION));
  }

  private List<PeriodFigures> byField(
      DatasetSummary dataset,
      LocalDate from,
      LocalDate to,
      Integer unit,
      boolean dated,
      Horizon horizon) {
    FigureQuery query =
        new FigureQuery(
            dataset.code(), from, to, unit, null, null, dated, FigureQuery.Cut.FIELD, horizon.id());
    return figures.stream(query).figures().stream().filter(row -> row.part() != null).toList();
  }

  /** Fields without any dossier in the period are left out; levels in the order of their names. */
  private static List<LevelSection> sections(
      List<PeriodFigures> rows, Map<String, Dimensions.Name> names) {
    Map<String, List<PeriodFigures>> byLevel =
        rows.stream()
            .filter(
                row ->
                    row.carriedOver() + row.received() + row.open() + row.resolved() > 0
                        || row.closedWithoutResult() > 0)
            .collect(
                Collectors.groupingBy(
                    row -> names.get(row.part()).level(), TreeMap::new, Collectors.toList()));
    return byLevel.entrySet().stream()
        .map(
            level ->
                new LevelSection(
                    AuthorityLevel.heading(level.getKey()),
                    level.getValue().stream()
                        .map(
                            row ->
                                new FieldRow(
                                    names.get(row.part()).name(),
                                    ProcedureResultsMapping.counts(row)))
                        .sorted(Comparator.comparing(FieldRow::field))
                        .toList()))
        .toList();
  }

  private IssuedReport keep(
      DatasetSummary dataset,
      Integer unit,
      LocalDate from,
      LocalDate to,
      Horizon horizon,
      String who,
      byte[] pdf,
      byte[] xlsx) {
    String sql =
        """
        insert into report_issue
          (form, dataset_id, unit_id, from_day, to_day, horizon_id, issued_by, pdf, xlsx)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id, issued_at""";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, FORM_06A);
      insert.setInt(2, dataset.id());
      insert.setObject(3, unit, Types.INTEGER);
      insert.setObject(4, from);
      insert.setObject(5, to);
      insert.setLong(6, horizon.id());
      insert.setString(7, who);
      insert.setBytes(8, pdf);
      insert.setBytes(9, xlsx);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return new IssuedReport(
            row.getLong(1),
            FORM_06A,
            from,
            to,
            horizon.id(),
            row.getObject(2, OffsetDateTime.class).toInstant());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
