package vn.motcua.notice;

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
import vn.motcua.identity.Access;
import vn.motcua.identity.Role;

/** What officers were told of the dossiers at their bodies (thông báo đổi hạn). */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class NoticeService {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;

  public NoticeService() {}

  /** For use without a container. */
  public NoticeService(DataSource database, Access access) {
    this.database = database;
    this.access = access;
  }

  /**
   * Notices to the officers of the caller's bodies, the newest first, at most 100.
   *
   * @param before number of the last one seen; 0: from the newest
   */
  public List<Notice> forOfficers(long before) {
    access.require(Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR, Role.LEADER, Role.AUDITOR);
    try (Connection connection = database.getConnection()) {
      return new NoticeRows(connection).forOfficers(access.scope(), before);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
