package vn.motcua.handover;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Role;

/** Slips from a list (lập phiếu từ danh sách), where nothing has to be scanned one by one. */
@Stateless
public class SlipGathering {

  private static final Role[] STAFF = {Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR};

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private SlipService slips;
  @Inject private InstantSource clock;

  public SlipGathering() {}

  /** For use without a container. */
  SlipGathering(DataSource database, Access access, SlipService slips, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.slips = slips;
    this.clock = clock;
  }

  /**
   * Puts many dossiers whose papers wait at the caller's branch on slips, one slip for each body
   * that receives; a slip that is open already takes them up. All of them or none.
   *
   * @param codes as they were chosen from the list
   * @return the slips, in the order of the codes
   * @throws HandoverFailure.Missing where nothing was chosen
   * @throws HandoverFailure.OnAnotherSlip where a colleague was quicker with one of them
   */
  public List<Long> gather(List<String> codes) {
    access.require(STAFF);
    List<String> chosen =
        codes == null
            ? List.of()
            : codes.stream()
                .map(SlipService::text)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    if (chosen.isEmpty()) {
      throw new HandoverFailure.Missing("selection");
    }
    Set<Long> gathered = new LinkedHashSet<>();
    for (String code : chosen) {
      Way way = way(code);
      access.requireAt(way.from(), STAFF);
      long slip = slips.open(way.from(), way.to(), SlipKind.PAPERS);
      slips.scan(slip, code);
      gathered.add(slip);
    }
    return List.copyOf(gathered);
  }

  private record Way(int from, int to) {}

  /** From its branch to its agency, both as they stand today. */
  private Way way(String code) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), HandoverTime.ZONE);
    try (Connection connection = database.getConnection()) {
      Way then =
          Query.of(
                  connection,
                  """
                  select coalesce(branch_id, unit_id) as branch_id, unit_id from dossier
                  where dataset_id = 1 and code = ? and state <> 'VOIDED'""",
                  code)
              .first(row -> new Way(row.getInt("branch_id"), row.getInt("unit_id")))
              .orElseThrow(() -> new HandoverFailure.UnknownCode(code));
      return new Way(today(connection, then.from(), day), today(connection, then.to(), day));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int today(Connection connection, int unit, LocalDate day) throws SQLException {
    return Query.of(
            connection,
            """
            select u.id from unit u join unit v on v.id = ?
            where coalesce(u.lineage_id, u.id) = coalesce(v.lineage_id, v.id)
              and u.valid_from <= ? and u.valid_to > ?""",
            unit,
            day,
            day)
        .first(row -> row.getInt("id"))
        .orElse(unit);
  }
}
