package vn.motcua.processing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.dossier.DossierService;
import vn.motcua.dossier.DossierState;

/**
 * Who a dossier is about, when that changes: death, another name, a transfer; and when the same
 * person filed the same twice (nộp trùng). Who it was stays known. Checks the dossier, not the
 * caller; never reads a clock.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class PartyWork {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DossierService dossiers;

  public PartyWork() {}

  /** For use without a container. */
  PartyWork(DataSource database, DossierService dossiers) {
    this.database = database;
    this.dossiers = dossiers;
  }

  private record Party(int position, long personId, String name) {}

  /**
   * Changes the first party of a relation. Pressed twice is done once. No history row is written,
   * so the present step's version tells other screens; after the last step only the repetition is
   * noticed.
   *
   * @throws ProcessingFailure.MovedOn where the dossier changed since the screen was shown
   * @throws ProcessingFailure.NoSuchParty where nobody has this relation
   * @throws ProcessingFailure.OtherName where the number is on record with another name
   */
  public void change(Seen seen, PartyChange wanted, Instant at, String actor) {
    wanted.check();
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      CaseRow dossier = cases.locked(seen.dossierId());
      if (dossier.state() == DossierState.VOIDED) {
        throw new ProcessingFailure.Ended(dossier.code());
      }
      if (isRepeated(connection, dossier, wanted, actor)) {
        return;
      }
      TaskRows tasks = new TaskRows(connection);
      TaskRow task = tasks.present(dossier.id()).orElse(null);
      if (dossier.sequence() != seen.sequence()
          || task != null && task.version() != seen.taskVersion()) {
        throw cases.movedOn(dossier, task);
      }
      Party old =
          Query.of(
                  connection,
                  """
                  select r.position, p.id, p.full_name from dossier_person r
                  join person p on p.id = r.person_id
                  where r.dossier_id = ? and r.relation = ? order by r.position limit 1""",
                  dossier.id(),
                  wanted.relation())
              .first(row -> new Party(row.getInt(1), row.getLong(2), row.getString(3)))
              .orElseThrow(() -> new ProcessingFailure.NoSuchParty(dossier.code()));
      long now =
          wanted.kind() == PartyChange.Kind.RENAMED
              ? renamed(connection, old, wanted)
              : person(connection, dossier, wanted, at);
      Query.of(
              connection,
              """
              update dossier_person set person_id = ?
              where dossier_id = ? and relation = ? and position = ?""",
              now,
              dossier.id(),
              wanted.relation(),
              old.position())
          .update();
      Query.of(
              connection,
              """
              insert into party_change (dossier_id, relation, position, kind, old_person, old_name,
                new_person, new_name, reason, document, changed_by, changed_at)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
              dossier.id(),
              wanted.relation(),
              old.position(),
              wanted.kind(),
              old.personId(),
              old.name(),
              now,
              wanted.fullName(),
              wanted.reason(),
              wanted.document(),
              actor,
              at)
          .update();
      if (task != null) {
        tasks.touch(task, at, actor);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the last change of the relation is this very one, by the same person. */
  private static boolean isRepeated(
      Connection connection, CaseRow dossier, PartyChange wanted, String actor)
      throws SQLException {
    return Query.of(
            connection,
            """
            select 1 from (
              select * from party_change where dossier_id = ? and relation = ?
              order by id desc limit 1) c
            join person p on p.id = c.new_person
            where c.kind = ? and c.new_name = ? and c.reason = ? and c.document = ?
              and c.changed_by = ? and (c.kind = 'RENAMED' or p.national_id = ?)""",
            dossier.id(),
            wanted.relation(),
            wanted.kind(),
            wanted.fullName(),
            wanted.reason(),
            wanted.document(),
            actor,
            wanted.nationalId())
        .first(row -> true)
        .orElse(false);
  }

  private static long renamed(Connection connection, Party old, PartyChange wanted)
      throws SQLException {
    Query.of(
            connection,
            "update person set full_name = ?, version = version + 1 where id = ?",
            wanted.fullName(),
            old.personId())
        .update();
    return old.personId();
  }

  private static long person(Connection connection, CaseRow dossier, PartyChange wanted, Instant at)
      throws SQLException {
    record Known(long id, boolean sameName) {}
    Known known =
        Query.of(
                connection,
                """
                select id, fold(full_name) = fold(?) from person
                where dataset_id = ? and national_id = ? for update""",
                wanted.fullName(),
                dossier.datasetId(),
                wanted.nationalId())
            .first(row -> new Known(row.getLong(1), row.getBoolean(2)))
            .orElse(null);
    if (known != null && !known.sameName()) {
      throw new ProcessingFailure.OtherName(dossier.code());
    }
    if (known != null) {
      return known.id();
    }
    return Query.of(
            connection,
            """
            insert into person (id, dataset_id, kind, full_name, national_id, created_at)
            values (nextval('person_id_seq'), ?, 'CITIZEN', ?, ?, ?) returning id""",
            dossier.datasetId(),
            wanted.fullName(),
            wanted.nationalId(),
            at)
        .first(row -> row.getLong(1))
        .orElseThrow();
  }

  /**
   * Ends a dossier as the double of another: it is voided, so that nothing is counted twice.
   *
   * @param otherCode of the one that goes on, of the same person and procedure
   * @throws ProcessingFailure.NotADuplicate where there is no such other dossier
   */
  public void duplicate(Seen seen, String otherCode, Grounds why, Instant at, String actor) {
    why.withReason();
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      TaskRows tasks = new TaskRows(connection);
      CaseRow dossier = cases.locked(seen.dossierId());
      TaskRow task = tasks.present(dossier.id()).orElse(null);
      if (cases.repeated(dossier, task, seen, "VOIDED", actor)) {
        return;
      }
      String code = otherCode == null ? "" : otherCode.strip();
      long other =
          Query.of(
                  connection,
                  """
                  select o.id from dossier o join dossier d on d.id = ?
                  where o.dataset_id = d.dataset_id and o.code = ? and o.id <> d.id
                    and o.state <> 'VOIDED' and o.procedure_id = d.procedure_id
                    and exists (
                      select 1 from dossier_person a join dossier_person b
                        on b.person_id = a.person_id and b.relation = 'OWNER'
                      where a.dossier_id = o.id and a.relation = 'OWNER' and b.dossier_id = d.id)""",
                  dossier.id(),
                  code)
              .first(row -> row.getLong(1))
              .orElseThrow(() -> new ProcessingFailure.NotADuplicate(dossier.code(), code));
      dossiers.voidEntry(dossier.id(), at, "trùng với " + code, actor);
      cases.explain(dossier.id(), why, "");
      if (task != null) {
        tasks.end(task, at, actor, "", true);
      }
      Query.of(
              connection,
              """
              insert into dossier_duplicate (dossier_id, of_dossier, reason, marked_by, marked_at)
              values (?, ?, ?, ?, ?)""",
              dossier.id(),
              other,
              why.reason(),
              actor,
              at)
          .update();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
