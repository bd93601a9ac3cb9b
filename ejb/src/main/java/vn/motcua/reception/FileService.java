package vn.motcua.reception;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;

/** Scans of papers (bản số hóa): checked when they come, shown to those whose dossier it is. */
@Stateless
public class FileService {

  private static final int LONGEST_NAME = 120;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  @Inject private UploadLimit limit;

  public FileService() {}

  /** For use without a container. */
  FileService(
      DataSource database, Access access, AuditTrail trail, InstantSource clock, int megabytes) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
    limit = new UploadLimit(megabytes);
  }

  /** The largest file that is taken, in bytes. */
  public long largest() {
    return limit.bytes();
  }

  /**
   * Takes a file.
   *
   * @throws IntakeFailure.BadFile where it is too large, of another type, broken or active
   */
  public StoredFile store(int branchId, String name, byte[] content) {
    Account clerk = access.requireAt(branchId, Role.CLERK);
    if (content.length > largest()) {
      throw new IntakeFailure.BadFile("large", String.valueOf(limit.megabytes()));
    }
    StoredFile file =
        new StoredFile(
            UUID.randomUUID(), clean(name), FileCheck.mediaType(content), content.length);
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                insert into stored_file (id, dataset_id, name, media_type, size, sha256, content,
                  uploaded_by, uploaded_at, unit_id)
                values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
      statement.setObject(1, file.id());
      statement.setString(2, file.name());
      statement.setString(3, file.mediaType());
      statement.setLong(4, file.size());
      statement.setString(5, digest(content));
      statement.setBytes(6, content);
      statement.setString(7, clerk.login());
      statement.setObject(8, clock.instant().atOffset(ZoneOffset.UTC));
      statement.setInt(9, branchId);
      statement.executeUpdate();
      return file;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Removes a file that hangs on no dossier yet.
   *
   * @throws IntakeFailure.UnknownFile where it does, or is another account's
   */
  public void remove(UUID id) {
    Account clerk = access.require(Role.CLERK);
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                delete from stored_file f where f.id = ? and f.uploaded_by = ?
                  and not exists (select 1 from dossier_paper p where p.file_id = f.id)
                """)) {
      statement.setObject(1, id);
      statement.setString(2, clerk.login());
      if (statement.executeUpdate() == 0) {
        throw new IntakeFailure.UnknownFile();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A file to be shown: to who uploaded it until it hangs on a dossier, then to those whose body
   * received or decides the dossier. Written to the audit trail.
   *
   * @throws IntakeFailure.UnknownFile where there is none, or it is not to be seen by the caller
   */
  public FileContent open(UUID id) {
    Account caller = access.current();
    Scope scope = access.scope();
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                select f.*, d.id as dossier_id, d.unit_id as agency_id, d.branch_id, v.point_id
                from stored_file f
                left join dossier_paper p on p.file_id = f.id
                left join dossier d on d.id = p.dossier_id
                left join dossier_intake i on i.dossier_id = d.id
                left join visit v on v.id = i.visit_id and v.branch_id = d.branch_id
                where f.id = ?
                """)) {
      statement.setObject(1, id);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next() || !seenBy(row, caller, scope)) {
          throw new IntakeFailure.UnknownFile();
        }
        if (row.getObject("dossier_id") != null) {
          trail.readPersonalData("dossier " + row.getLong("dossier_id"), "paper");
        }
        return new FileContent(
            new StoredFile(
                id, row.getString("name"), row.getString("media_type"), row.getLong("size")),
            row.getBytes("content"));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean seenBy(ResultSet row, Account caller, Scope scope) throws SQLException {
    if (row.getObject("dossier_id") == null) {
      return row.getString("uploaded_by").equals(caller.login());
    }
    boolean works =
        caller.roles().contains(Role.CLERK)
            || caller.roles().contains(Role.OFFICER)
            || caller.roles().contains(Role.BRANCH_DIRECTOR);
    int near = scope.nearest(row.getInt("branch_id"), row.getObject("point_id", Integer.class));
    return works && (scope.includes(row.getInt("agency_id")) || scope.includes(near));
  }

  private static String clean(String name) {
    String text = EntryText.line(name).replaceAll("[\\\\/:*?\"<>|]", "_");
    return text.isEmpty()
        ? "tep"
        : text.length() > LONGEST_NAME ? text.substring(text.length() - LONGEST_NAME) : text;
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
