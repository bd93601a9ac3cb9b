package vn.motcua.satisfaction;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;

/** The public side of ratings: whoever holds the token may rate, once. No account is asked for. */
@Stateless
public class RatingService {

  /**
   * What the page asks about.
   *
   * @param procedure its name, so that the person knows what is meant; no code, no name of anybody
   * @param given it was rated already
   */
  public record Asked(String procedure, String branch, boolean given) {}

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private RatingWork work;
  @Inject private InstantSource clock;

  public RatingService() {}

  /** For use without a container. */
  public RatingService(DataSource database, RatingWork work, InstantSource clock) {
    this.database = database;
    this.work = work;
    this.clock = clock;
  }

  /**
   * What a token asks about.
   *
   * @throws RatingFailure.Unknown where no such invitation is open
   */
  public Asked asked(String token) {
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select coalesce(v.name, p.code, f.name) as procedure_name,
                coalesce(b.name, u.name) as branch_name, i.used_at is not null as given
              from rating_invitation i
              join dossier d on d.id = i.dossier_id
              join field f on f.id = d.field_id
              join unit u on u.id = d.unit_id
              left join unit b on b.id = d.branch_id
              left join procedure p on p.id = d.procedure_id
              left join procedure_version v on v.procedure_id = p.id and v.valid_to = 'infinity'
              where i.token = ? and i.expires_at > ?""",
              token == null ? "" : token,
              now)
          .first(
              row ->
                  new Asked(
                      row.getString("procedure_name"),
                      row.getString("branch_name"),
                      row.getBoolean("given")))
          .orElseThrow(RatingFailure.Unknown::new);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** See {@link RatingWork#rate}; now. */
  public void rate(String token, Rating rating) {
    work.rate(token == null ? "" : token, rating, clock.instant());
  }
}
