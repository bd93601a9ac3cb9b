package vn.motcua.catalogue;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;

/** The versions of internal processes (quy trình nội bộ), to be shown and compared. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ProcessVersions {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  public ProcessVersions() {}

  /** For use without a container. */
  public ProcessVersions(DataSource database) {
    this.database = database;
  }

  /** The newest first; empty where the procedure has none. */
  public List<ProcessVersion> versions(String code) {
    try (Connection connection = database.getConnection()) {
      return new ProcessRows(connection).versions(code);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The newest version as people would write it, to begin a proposal with. */
  public ProcessSheet sheet(String code) {
    List<ProcessVersion> versions = versions(code);
    return versions.isEmpty()
        ? new ProcessSheet(Map.of("code", code))
        : ProcessRows.sheet(code, versions.getFirst());
  }

  /** What a sheet would look like; lines that cannot be read are left out. */
  public static ProcessVersion preview(ProcessSheet sheet) {
    return new ProcessSheetReader(sheet, Set.of()).read();
  }
}
