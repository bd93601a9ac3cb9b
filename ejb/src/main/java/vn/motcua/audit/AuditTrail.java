package vn.motcua.audit;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;

/**
 * Writes the audit trail (nhật ký kiểm toán). Who acted and from where it finds out itself. Neither
 * subject nor details may hold personal data: name a person by the dossier or the row's number, so
 * that the trail can be kept when the person's data must go.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class AuditTrail {

  /** The action of reading somebody's personal data unmasked. */
  public static final String READ_PERSONAL_DATA = "personal-data.read";

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @Inject private InstantSource clock;
  @Inject private CallerAddress address;
  @Resource private SessionContext context;
  private final Supplier<String> login;

  public AuditTrail() {
    login = () -> context.getCallerPrincipal().getName();
  }

  /**
   * For use without a container.
   *
   * @param login of who acts, asked anew for each entry
   */
  public AuditTrail(DataSource database, InstantSource clock, Supplier<String> login) {
    this.database = database;
    this.clock = clock;
    this.login = login;
    address = new CallerAddress();
  }

  /**
   * Records what is done, in the caller's transaction: if that rolls back, nothing was done and
   * nothing is recorded.
   *
   * @param action what, as {@code dossier.receive}: context and verb, never reworded
   * @param subject to what, as {@code dossier 17}; empty where it is no single thing
   * @param details what else one must know to understand it later
   */
  public void record(String action, String subject, Map<String, String> details) {
    write(action, subject, details);
  }

  /** Records what must be known even if the caller rolls back: a refusal, a failed attempt. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void recordApart(String action, String subject, Map<String, String> details) {
    write(action, subject, details);
  }

  /**
   * Records that somebody's personal data are shown unmasked (Luật Bảo vệ dữ liệu cá nhân). Call
   * before showing them; apart, because they are seen whatever becomes of the transaction.
   *
   * @param subject whose, as {@code dossier 17}
   * @param purpose what for, as {@code reception}
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void readPersonalData(String subject, String purpose) {
    write(READ_PERSONAL_DATA, subject, Map.of("purpose", purpose));
  }

  private void write(String action, String subject, Map<String, String> details) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    details.forEach((name, value) -> json.add(clean(name), clean(value)));
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                insert into audit_entry (at, login, roles, address, action, subject, details)
                select ?, coalesce(max(a.login), ''),
                  coalesce(array_agg(r.role order by r.role) filter (where r.role is not null), '{}'),
                  ?, ?, ?, ?::jsonb
                from account a left join account_role r on r.account_id = a.id where a.login = ?
                """)) {
      statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
      statement.setString(2, callerAddress());
      statement.setString(3, action);
      statement.setString(4, clean(subject));
      statement.setString(5, json.build().toString());
      // A login is lower case, so the container's name for nobody is none.
      statement.setString(6, login.get());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String callerAddress() {
    try {
      return address.get();
    } catch (ContextNotActiveException e) {
      return "";
    }
  }

  /** PostgreSQL takes no NUL, in text or in JSON. */
  private static String clean(String text) {
    return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC).replace("\0", "");
  }
}
