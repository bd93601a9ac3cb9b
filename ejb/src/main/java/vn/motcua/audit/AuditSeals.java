package vn.motcua.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;

/**
 * Seals the audit trail (niêm phong nhật ký) and finds out whether a seal was broken. A seal covers
 * the entries of all transactions from the seal before up to the oldest that is still open, so
 * nothing can come under it later. Who holds the database can make a new chain from the altered
 * entry on; therefore each new seal is also told to the server's log, which lies elsewhere.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class AuditSeals {

  private static final System.Logger LOG = System.getLogger(AuditSeals.class.getName());

  /** One node seals at a time; any number, as long as no other lock of the product has it. */
  private static final long LOCK = 0x7365616c73L;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @Inject private InstantSource clock;

  public AuditSeals() {}

  /** For use without a container; the connections must be without transactions of their own. */
  public AuditSeals(DataSource database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Seals what is settled since the last seal.
   *
   * @return how many entries were sealed; 0 where there was none, and then there is no new seal
   */
  @PermitAll
  public long seal() {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                with turn as materialized (
                  select pg_try_advisory_xact_lock(?) as ours),
                last as (
                  select to_xid, digest from audit_seal order by id desc limit 1),
                bounds as (
                  select coalesce((select to_xid from last), '0'::xid8) as from_xid,
                    pg_snapshot_xmin(pg_current_snapshot()) as to_xid
                  from turn where ours),
                settled as (
                  select count(*) as entries,
                    string_agg(audit_digest(e), ''::bytea order by e.xid, e.id) as digests
                  from bounds b join audit_entry e on e.xid >= b.from_xid and e.xid < b.to_xid)
                insert into audit_seal (from_xid, to_xid, entries, digest, sealed_at)
                select b.from_xid, b.to_xid, s.entries,
                  sha256(coalesce((select digest from last), ''::bytea) || s.digests), ?
                from bounds b, settled s where s.entries > 0
                returning id, entries, digest
                """)) {
      statement.setLong(1, LOCK);
      statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return 0;
        }
        LOG.log(
            System.Logger.Level.INFO,
            "Audit seal {0}: {1} entries, {2}",
            Long.toString(row.getLong("id")),
            row.getLong("entries"),
            HexFormat.of().formatHex(row.getBytes("digest")));
        return row.getLong("entries");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A seal that does not fit its entries or the seal before it.
   *
   * @param seal its number
   */
  public record Broken(long seal) {}

  /**
   * Computes every seal again. Reads the whole trail. Roles: auditor, administrator.
   *
   * @return the broken seals in order; empty: nothing sealed was altered, removed or slipped in
   */
  @RolesAllowed({"AUDITOR", "ADMINISTRATOR"})
  public List<Broken> verify() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                with chain as (
                  select id, from_xid, to_xid, entries, digest,
                    lag(digest, 1, ''::bytea) over (order by id) as before,
                    lag(to_xid, 1, '0'::xid8) over (order by id) as ended
                  from audit_seal)
                select c.id
                from chain c cross join lateral (
                  select count(*) as entries,
                    coalesce(string_agg(audit_digest(e), ''::bytea order by e.xid, e.id), ''::bytea)
                      as digests
                  from audit_entry e where e.xid >= c.from_xid and e.xid < c.to_xid) found
                where c.ended <> c.from_xid or found.entries <> c.entries
                  or c.digest <> sha256(c.before || found.digests)
                order by c.id
                """)) {
      List<Broken> broken = new ArrayList<>();
      while (row.next()) {
        broken.add(new Broken(row.getLong(1)));
      }
      return broken;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The digest of the newest seal, in hexadecimal, to be kept elsewhere; empty before the first.
   */
  @RolesAllowed({"AUDITOR", "ADMINISTRATOR"})
  public Optional<String> newest() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select digest from audit_seal order by id desc limit 1")) {
      return row.next() ? Optional.of(HexFormat.of().formatHex(row.getBytes(1))) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
