package vn.motcua.feedback;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;

/**
 * What anybody may read of complaints and denunciations: outcomes that were published (công khai
 * quyết định giải quyết khiếu nại, Luật Khiếu nại 2011 Đ41; công khai kết luận nội dung tố cáo,
 * Luật Tố cáo 2018 Đ40). Of a denunciation neither number, day of receipt nor subject is told, for
 * from them one could guess who spoke (Đ47); nothing at all is read from where the senders' names
 * are.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PublicPetitions {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final int PAGE = 20;

  /**
   * A published outcome.
   *
   * @param code empty for a denunciation
   * @param subject empty for a denunciation
   * @param outcome UPHELD, PARTLY_UPHELD, REJECTED, WITHDRAWN, NOT_ACCEPTED
   * @param text as it was released, checked for names
   * @param document number and date of the decision; empty for a denunciation
   */
  public record Outcome(
      PetitionKind kind,
      String code,
      String subject,
      String aboutUnit,
      String outcome,
      String document,
      String text,
      LocalDate published) {}

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  public PublicPetitions() {}

  /** For use without a container. */
  public PublicPetitions(DataSource database) {
    this.database = database;
  }

  /**
   * Published outcomes, the latest first.
   *
   * @param page from 0; at most 20 each
   */
  public List<Outcome> published(int page) {
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select p.kind, p.outcome, p.published_text, p.published_at, u.name as about_unit,
                case p.kind when 'COMPLAINT' then p.code else '' end as shown_code,
                case p.kind when 'COMPLAINT' then p.subject else '' end as shown_subject,
                case p.kind when 'COMPLAINT' then p.outcome_document else '' end as shown_document
              from petition p join unit u on u.id = p.about_unit_id
              where p.dataset_id = 1 and p.published_at is not null
              order by p.published_at desc, p.id desc limit ? offset ?""",
              PAGE,
              Math.clamp(page, 0, 1_000) * PAGE)
          .list(
              row ->
                  new Outcome(
                      PetitionKind.valueOf(row.getString("kind")),
                      row.getString("shown_code"),
                      row.getString("shown_subject"),
                      row.getString("about_unit"),
                      row.getString("outcome"),
                      row.getString("shown_document"),
                      row.getString("published_text"),
                      LocalDate.ofInstant(Query.moment(row, "published_at"), ZONE)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
