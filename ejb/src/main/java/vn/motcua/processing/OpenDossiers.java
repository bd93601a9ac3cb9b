package vn.motcua.processing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Role;

/**
 * Open dossiers of a person and procedure, so that the counter can warn of a double filing (nộp
 * trùng) anywhere in the city. Codes only, no personal data.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class OpenDossiers {

  private static final int MOST = 5;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;

  public OpenDossiers() {}

  /** For use without a container. */
  OpenDossiers(DataSource database, Access access) {
    this.database = database;
    this.access = access;
  }

  /**
   * The codes, the latest first, at most five.
   *
   * @param nationalId twelve digits of the owner
   */
  public List<String> of(String nationalId, String procedureCode) {
    access.require(Role.CLERK);
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select d.code from person p
              join dossier_person r on r.person_id = p.id and r.relation = 'OWNER'
              join dossier d on d.id = r.dossier_id
              join procedure c on c.id = d.procedure_id
              where p.dataset_id = 1 and p.national_id = ? and c.code = ?
                and d.state in ('OPEN', 'PAUSED')
              order by d.received_at desc limit ?""",
              nationalId,
              procedureCode,
              MOST)
          .list(row -> row.getString("code"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
