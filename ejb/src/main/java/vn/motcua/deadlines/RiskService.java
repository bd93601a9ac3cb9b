package vn.motcua.deadlines;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.identity.Access;
import vn.motcua.identity.Role;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.WorkingTime;

/** The chance of being late (nguy cơ trễ) of dossiers that a list shows. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RiskService {

  private static final int MOST = 500;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @Inject private InstantSource clock;
  @Inject private BundledCalendars calendars;
  @Inject private RecentTimes times;

  public RiskService() {}

  /** For use without a container. */
  RiskService(
      DataSource database,
      Access access,
      RecentTimes times,
      InstantSource clock,
      BundledCalendars calendars) {
    this.database = database;
    this.access = access;
    this.times = times;
    this.clock = clock;
    this.calendars = calendars;
  }

  /**
   * By code, only those in the caller's bodies for which the chance is worth telling.
   *
   * @param codes 500 at most are looked at
   */
  public Map<String, LateRisk> of(String dataset, Collection<String> codes) {
    access.require(Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR, Role.LEADER);
    if (codes == null || codes.isEmpty()) {
      return Map.of();
    }
    List<String> asked = codes.stream().distinct().limit(MOST).toList();
    try (Connection connection = database.getConnection()) {
      int set = OpenAlerts.dataset(connection, dataset);
      return new RiskyDossiers(
              connection,
              times.model(set),
              new WorkingTime(calendars.ofCode(DueDateQuestion.CITY_CALENDAR)))
          .of(set, clock.instant(), access.scope(), asked).stream()
              .filter(line -> line.risk().percent() >= RiskyDossiers.TOLD_FROM)
              .collect(Collectors.toMap(RiskLine::code, RiskLine::risk, (one, same) -> one));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
