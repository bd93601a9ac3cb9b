package vn.motcua.reception;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.catalogue.ProcedureComponent;
import vn.motcua.database.Query;

/** What hangs on a dossier from its receipt on: the intake, the persons, the papers. */
final class DossierRows {

  private final Connection connection;
  private final Occasion occasion;

  DossierRows(Connection connection, Occasion occasion) {
    this.connection = connection;
    this.occasion = occasion;
  }

  void intake(long dossierId, long visitId, String token, long episodeId, PreparedDossier dossier)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into dossier_intake (dossier_id, visit_id, public_token, process_id,
              return_channel, summary, copies, answers, due_explanation, calendar_version,
              promised_at, episode_id, fee_amount)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
            """)) {
      DossierEntry entry = dossier.entry();
      statement.setLong(1, dossierId);
      statement.setLong(2, visitId);
      statement.setString(3, token);
      statement.setObject(
          4, dossier.process() == null ? null : dossier.process().id(), Types.INTEGER);
      statement.setString(5, entry.returnChannel().name());
      statement.setString(6, dossier.summary());
      statement.setInt(7, entry.copies());
      statement.setString(8, answers(dossier));
      statement.setArray(
          9, connection.createArrayOf("text", dossier.due().explanation().toArray()));
      statement.setString(10, dossier.due().calendarVersion());
      statement.setObject(11, dossier.due().dueAt().atOffset(ZoneOffset.UTC));
      statement.setLong(12, episodeId);
      statement.setObject(13, dossier.fee(), Types.BIGINT);
      statement.executeUpdate();
    }
  }

  /**
   * A ministry's own software decides it.
   *
   * @param externalCode its number there; null: not known yet
   * @param registered it came in there, and was told to us
   */
  void elsewhere(long dossierId, String system, String externalCode, boolean registered)
      throws SQLException {
    Query.of(
            connection,
            """
            insert into external_dossier (dossier_id, dataset_id, system, external_code, linked_at,
              linked_by, registered)
            values (?, ?, ?, ?, ?, ?, ?)""",
            dossierId,
            occasion.datasetId(),
            system,
            externalCode,
            externalCode == null ? null : occasion.at(),
            externalCode == null ? null : occasion.clerk(),
            registered)
        .update();
  }

  /** Answers to questions that the procedure asks; others mean nothing here. */
  private static String answers(PreparedDossier dossier) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    dossier
        .papers()
        .questions()
        .forEach(
            question ->
                json.add(
                    question.code(),
                    dossier.entry().answers().getOrDefault(question.code(), false)));
    return json.build().toString();
  }

  void people(long dossierId, IntakeRequest request, Map<PersonEntry, Long> ids)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into dossier_person
              (dossier_id, relation, position, person_id, authority_scope, authority_until)
            values (?, ?, ?, ?, ?, ?)
            """)) {
      statement.setLong(1, dossierId);
      int position = 1;
      for (PersonEntry owner : request.owners()) {
        add(statement, "OWNER", position++, ids.get(owner), null);
      }
      PersonEntry submitter =
          request.submitter() == null ? request.owners().getFirst() : request.submitter();
      add(statement, "SUBMITTER", 1, ids.get(submitter), null);
      if (request.authorised() != null) {
        add(statement, "AUTHORISED", 1, ids.get(request.authorised()), request);
      }
      PersonEntry receiver = request.receiver() == null ? submitter : request.receiver();
      add(statement, "RECEIVER", 1, ids.get(receiver), null);
      statement.executeBatch();
    }
  }

  private static void add(
      PreparedStatement statement,
      String relation,
      int position,
      long person,
      IntakeRequest authority)
      throws SQLException {
    statement.setString(2, relation);
    statement.setInt(3, position);
    statement.setLong(4, person);
    statement.setString(5, authority == null ? null : authority.authorityScope());
    statement.setObject(6, authority == null ? null : authority.authorityUntil());
    statement.addBatch();
  }

  /** What was marked, and what the state has and need not be brought. */
  void papers(long dossierId, PreparedDossier dossier) throws SQLException {
    Map<String, ProcedureComponent> components =
        dossier.papers().components().stream()
            .collect(Collectors.toMap(ProcedureComponent::code, component -> component));
    List<PaperEntry> papers = new ArrayList<>(dossier.entry().papers());
    for (ProcedureComponent held : dossier.papers().held(dossier.entry().answers())) {
      if (papers.stream().noneMatch(paper -> paper.component().equals(held.code()))) {
        papers.add(new PaperEntry(held.code(), "", Custody.HELD_ALREADY, 0, 0, 0, null));
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into dossier_paper (id, dossier_id, component_id, position, name, custody,
              held_source, originals, certified, copies, file_id, added_at, asked_again)
            values (nextval('dossier_paper_id_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      int position = 1;
      for (PaperEntry paper : papers) {
        ProcedureComponent component = components.get(paper.component());
        statement.setLong(1, dossierId);
        statement.setObject(2, component == null ? null : component.id(), Types.INTEGER);
        statement.setInt(3, position++);
        statement.setString(4, component == null ? paper.name() : component.name());
        statement.setString(5, paper.custody().name());
        statement.setString(
            6,
            component == null || paper.custody() != Custody.HELD_ALREADY
                ? ""
                : component.heldSource());
        statement.setInt(7, paper.originals());
        statement.setInt(8, paper.certified());
        statement.setInt(9, paper.copies());
        statement.setObject(10, paper.fileId());
        statement.setObject(11, occasion.at().atOffset(ZoneOffset.UTC));
        statement.setString(12, paper.askedAgain());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /**
   * Writes a step of the process.
   *
   * @param completed the clerk's own step, done with the receipt
   * @param dueAt the step's limit, or null
   */
  void task(
      long dossierId,
      vn.motcua.catalogue.InternalStep step,
      int unitId,
      Instant dueAt,
      Instant dossierDueAt,
      boolean completed)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into dossier_task (id, dataset_id, dossier_id, position, name, name_en,
              public_name, unit_id, role, assignee, begun_at, due_at, minutes, completed_at,
              completed_by, dossier_due_at)
            values (nextval('dossier_task_id_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      statement.setInt(1, occasion.datasetId());
      statement.setLong(2, dossierId);
      statement.setInt(3, step.position());
      statement.setString(4, step.name());
      statement.setString(5, step.nameEn());
      statement.setString(6, step.publicName());
      statement.setInt(7, unitId);
      statement.setString(8, step.role());
      statement.setString(9, completed ? occasion.clerk() : null);
      statement.setObject(10, occasion.at().atOffset(ZoneOffset.UTC));
      statement.setObject(11, dueAt == null ? null : dueAt.atOffset(ZoneOffset.UTC));
      statement.setInt(12, step.minutes());
      statement.setObject(13, completed ? occasion.at().atOffset(ZoneOffset.UTC) : null);
      statement.setString(14, completed ? occasion.clerk() : null);
      statement.setObject(15, dossierDueAt.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }
}
