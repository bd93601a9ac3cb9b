package vn.motcua.processing;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;

/** Where a dossier stands, for other services that move it on. Asks nobody whether they may. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class PresentSteps {

  /**
   * The present step (bước hiện tại).
   *
   * @param minutes working minutes allowed; 0: none are set
   * @param endsWithResult the signed result ends it, not a mere "done"
   * @param opinions those asked for beside it that have not come
   */
  public record Present(Seen seen, int minutes, boolean endsWithResult, List<Seen> opinions) {}

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  /** Locks the dossier; empty where no step is left. */
  public Optional<Present> of(long dossierId) {
    try (Connection connection = database.getConnection()) {
      CaseRow dossier = new CaseRows(connection).locked(dossierId);
      TaskRows tasks = new TaskRows(connection);
      Optional<TaskRow> task = tasks.present(dossierId);
      if (task.isEmpty()) {
        return Optional.empty();
      }
      List<StepRow> following = tasks.following(dossier, task.get().position());
      return Optional.of(
          new Present(
              new Seen(dossierId, dossier.sequence(), task.get().version()),
              task.get().minutes(),
              following.isEmpty() || following.getFirst().returns(),
              new OpinionSteps(connection).awaited(dossier, task.get())));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
