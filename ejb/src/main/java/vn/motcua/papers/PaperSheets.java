package vn.motcua.papers;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Role;

/** Shows the papers of a dossier as data, and what is held of a person. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PaperSheets {

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public PaperSheets() {}

  /** For use without a container. */
  PaperSheets(DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * The papers of a dossier. Written to the audit trail: metadata are personal data.
   *
   * @throws PaperFailure.Unknown where there is no such dossier, or it is another body's
   */
  public PaperSheet of(String dossierCode) {
    access.require(Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      Head head =
          Query.of(
                  connection,
                  """
                  select d.id, d.code, d.unit_id, coalesce(d.branch_id, d.unit_id) as branch_id,
                    coalesce(nullif(v.short_name, ''), v.name, '') as procedure, at.point_id
                  from dossier d
                  left join dossier_intake i on i.dossier_id = d.id
                  left join visit at on at.id = i.visit_id and at.branch_id = d.branch_id
                  left join procedure_version v
                    on v.procedure_id = d.procedure_id and v.valid_to = 'infinity'
                  where d.dataset_id = 1 and d.code = ?""",
                  dossierCode == null ? "" : dossierCode.strip())
              .first(
                  row ->
                      new Head(
                          row.getLong("id"),
                          row.getString("code"),
                          row.getInt("unit_id"),
                          row.getInt("branch_id"),
                          row.getObject("point_id", Integer.class),
                          row.getString("procedure")))
              .filter(
                  found ->
                      access.scope().includes(found.unitId())
                          || access
                              .scope()
                              .includes(access.scope().nearest(found.branchId(), found.pointId())))
              .orElseThrow(PaperFailure.Unknown::new);
      trail.readPersonalData("dossier " + head.id(), "papers");
      List<PaperSheet.Line> lines = lines(connection, head.id());
      int brought = (int) lines.stream().filter(PaperSheet.Line::brought).count();
      int done = (int) lines.stream().filter(line -> line.brought() && settled(line)).count();
      return new PaperSheet(
          head.id(),
          head.code(),
          access.scope().nearest(head.branchId(), head.pointId()),
          head.procedure(),
          brought,
          done,
          lines);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Head(
      long id, String code, int unitId, int branchId, Integer pointId, String procedure) {}

  private static boolean settled(PaperSheet.Line line) {
    return line.digitised()
        || line.reused()
        || line.nationalStore()
        || !line.replacedByResult().isEmpty();
  }

  private static List<PaperSheet.Line> lines(Connection connection, long dossierId)
      throws SQLException {
    Map<Long, List<PaperSheet.Movement>> movements = movements(connection, dossierId);
    return Query.of(
            connection,
            """
            select p.id, p.name, p.custody, p.held_source, p.originals, p.file_id, p.added_at,
              coalesce(c.code, '') as component, h.id as data_id, h.type_code, h.identifier,
              h.holder_name, h.birth_year, h.issued_on, h.issuer, h.title, h.abstract,
              h.valid_until, coalesce(h.no_term, false) as no_term, h.scope,
              coalesce(h.digitised, false) as digitised, h.reused_from,
              coalesce(h.national_store, false) as national_store,
              coalesce(h.replaced_by_result, '') as replaced_by_result,
              coalesce(nullif(h.source, ''), p.held_source) as source,
              coalesce(h.legal_basis, '') as legal_basis, h.confirmed_at,
              coalesce(st.full_name, h.confirmed_by, '') as confirmed_by,
              coalesce(h.version, 0) as version,
              case when k.state is not null then k.state
                when p.custody = 'KEPT' and p.originals > 0 then 'KEPT'
                when p.custody = 'SEEN_RETURNED' and p.originals > 0 then 'RETURNED'
                else 'NONE' end as original,
              case when k.state = 'KEPT' then ku.name
                when k.state is null and p.custody = 'KEPT' and p.originals > 0 then b.name
                else '' end as place,
              coalesce(k.shelf, '') as shelf, coalesce(k.version, 0) as custody_version
            from dossier_paper p
            join dossier d on d.id = p.dossier_id
            left join unit b on b.id = coalesce(d.branch_id, d.unit_id)
            left join procedure_component c on c.id = p.component_id
            left join digital_paper h on h.paper_id = p.id
            left join account a on a.login = h.confirmed_by
            left join staff st on st.id = a.staff_id
            left join paper_custody k on k.paper_id = p.id
            left join unit ku on ku.id = k.unit_id
            where p.dossier_id = ? order by p.position""",
            dossierId)
        .list(row -> line(row, movements));
  }

  private static PaperSheet.Line line(ResultSet row, Map<Long, List<PaperSheet.Movement>> movements)
      throws SQLException {
    boolean reused = row.getObject("reused_from") != null;
    boolean heldAlready = "HELD_ALREADY".equals(row.getString("custody"));
    boolean store =
        row.getBoolean("national_store")
            || heldAlready && !reused && !row.getString("held_source").isEmpty();
    long id = row.getLong("id");
    return new PaperSheet.Line(
        id,
        row.getString("name"),
        row.getString("component"),
        !heldAlready,
        row.getObject("file_id", UUID.class),
        row.getBoolean("digitised"),
        reused,
        store,
        row.getString("replaced_by_result"),
        row.getString("source"),
        row.getString("legal_basis"),
        new PaperMetadata(
            row.getString("type_code") == null
                ? row.getString("component")
                : row.getString("type_code"),
            row.getString("identifier"),
            row.getString("holder_name"),
            (Integer) row.getObject("birth_year", Integer.class),
            row.getObject("issued_on", LocalDate.class),
            row.getString("issuer"),
            row.getString("title") == null ? row.getString("name") : row.getString("title"),
            row.getString("abstract"),
            row.getObject("valid_until", LocalDate.class),
            row.getBoolean("no_term"),
            row.getString("scope")),
        row.getString("confirmed_by"),
        Query.moment(row, "confirmed_at"),
        row.getInt("version"),
        row.getString("original"),
        row.getString("place"),
        row.getString("shelf"),
        row.getInt("custody_version"),
        movements.getOrDefault(id, List.of()));
  }

  private static Map<Long, List<PaperSheet.Movement>> movements(
      Connection connection, long dossierId) throws SQLException {
    record Moved(long paper, PaperSheet.Movement movement) {}
    Map<Long, List<PaperSheet.Movement>> all = new HashMap<>();
    Query.of(
            connection,
            """
            select m.*, coalesce(u.name, '') as place, coalesce(st.full_name, m.actor) as who
            from paper_movement m join dossier_paper p on p.id = m.paper_id
            left join unit u on u.id = m.unit_id
            left join account a on a.login = m.actor left join staff st on st.id = a.staff_id
            where p.dossier_id = ? order by m.paper_id, m.sequence""",
            dossierId)
        .list(
            row ->
                new Moved(
                    row.getLong("paper_id"),
                    new PaperSheet.Movement(
                        row.getString("kind"),
                        Query.moment(row, "at"),
                        row.getString("who"),
                        row.getString("place"),
                        row.getString("shelf"),
                        row.getString("slip_number"),
                        row.getString("note"))))
        .forEach(
            moved ->
                all.computeIfAbsent(moved.paper(), key -> new ArrayList<>()).add(moved.movement()));
    return all;
  }

  /**
   * What is held of a person and may be reused today; the counter offers it instead of asking.
   *
   * @param nationalId 12 digits; the search is written to the audit trail where something is found
   */
  public List<PaperSheet.Held> held(String nationalId) {
    access.require(Role.CLERK);
    String digits = nationalId == null ? "" : nationalId.replaceAll("\\D", "");
    try (Connection connection = database.getConnection()) {
      List<PaperSheet.Held> held =
          HeldRows.of(connection, digits, LocalDate.ofInstant(clock.instant(), ZONE));
      if (!held.isEmpty()) {
        trail.readPersonalData("digital paper " + held.getFirst().id(), "reuse");
      }
      return held;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
