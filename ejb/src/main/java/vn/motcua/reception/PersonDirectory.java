package vn.motcua.reception;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.identity.Access;
import vn.motcua.identity.Role;

/**
 * Finds people by their number: those who came before, else the national population database, whose
 * place invented people take in a demonstration. Each hit is written to the audit trail.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PersonDirectory {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;

  public PersonDirectory() {}

  /** For use without a container. */
  PersonDirectory(DataSource database, Access access, AuditTrail trail) {
    this.database = database;
    this.access = access;
    this.trail = trail;
  }

  /**
   * @param number 12 digits, or an enterprise's number
   * @throws vn.motcua.identity.IdentityFailure where the caller is no clerk
   */
  public Optional<KnownPerson> find(String number) {
    access.require(Role.CLERK);
    String digits = EntryText.number(number);
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                select 'person ' || id as subject, full_name, birth_date, phone, email, address,
                  commune_id, exists (select 1 from demo_person d where d.national_id = ?) as population
                from person where dataset_id = 1 and (national_id = ? or enterprise_id = ?)
                union all
                select 'demo person ' || id, full_name, birth_date, phone, '', '', commune_id, true
                from demo_person where national_id = ?
                limit 1
                """)) {
      for (int i = 1; i <= 4; i++) {
        statement.setString(i, digits);
      }
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        trail.readPersonalData(row.getString("subject"), "reception");
        return Optional.of(
            new KnownPerson(
                row.getString("full_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("phone"),
                row.getString("email"),
                row.getString("address"),
                row.getObject("commune_id", Integer.class),
                row.getBoolean("population")));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
