package vn.motcua.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.motcua.database.Query;

/**
 * Writes a version of a procedure. Closes the former one on the day; never touches what it said.
 */
final class ProcedureVersionRows {

  /** Instead of a file: the version was approved by people. */
  static final String APPROVED = "approved";

  private final Connection connection;

  ProcedureVersionRows(Connection connection) {
    this.connection = connection;
  }

  /** Codes of the fields of administration. */
  Set<String> fields() throws SQLException {
    return new TreeSet<>(
        Query.of(connection, "select code from field where dataset_id = 1 and level = ''")
            .list(row -> row.getString(1)));
  }

  /** The id of the latest version, 0 where there is none. */
  int latest(String code) throws SQLException {
    return Query.of(
            connection,
            """
            select v.id from procedure p join procedure_version v on v.procedure_id = p.id
            where p.dataset_id = 1 and p.code = ? order by v.valid_from desc limit 1
            """,
            code)
        .first(row -> row.getInt(1))
        .orElse(0);
  }

  /** The id of the new version, in force from a day on. */
  int write(ProcedureContent content, LocalDate from, long proposal) throws SQLException {
    int procedure =
        Query.of(
                connection,
                """
                insert into procedure (dataset_id, code, managed) values (1, ?, true)
                on conflict (dataset_id, code) do update set managed = true returning id
                """,
                content.code())
            .first(row -> row.getInt(1))
            .orElseThrow();
    Query.of(
            connection,
            "update procedure_version set valid_to = ? where procedure_id = ? and valid_to > ?",
            from,
            procedure,
            from)
        .update();
    int version = version(content, from, procedure, proposal);
    fields(content);
    lists(content, version);
    papers(content, from, procedure);
    return version;
  }

  private int version(ProcedureContent content, LocalDate from, int procedure, long proposal)
      throws SQLException {
    return Query.of(
            connection,
            """
            insert into procedure_version (procedure_id, valid_from, name, short_name, field_code,
              levels, competent_agency, performing_agency, limit_basis, limit_note, fee_basis,
              fee_note, same_day, common, result_code, source, file, digest, search_text,
              delegated_to, delegated_from, delegation_document, decision, decided_on, published_at,
              channels, result_name, result_document, online_level, online_reason, source_system,
              volume, proposal_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, fold(?), ?, ?, ?, ?, ?,
              ?::timestamptz, ?, ?, ?, ?, ?, ?, ?, ?)
            returning id
            """,
            procedure,
            from,
            content.name(),
            content.shortName(),
            content.fieldCode(),
            content.levels().stream().map(Enum::name).toList(),
            content.competentAgency(),
            content.performingAgency(),
            content.limitBasis(),
            content.limitNote(),
            content.feeBasis(),
            content.feeNote(),
            content.sameDay(),
            content.common(),
            content.resultCode(),
            content.publication().decision(),
            APPROVED,
            "proposal " + proposal,
            String.join(" | ", content.shortName(), content.name(), content.code()),
            content.delegation().to(),
            content.delegation().from(),
            content.delegation().document(),
            content.publication().decision(),
            content.publication().decidedOn(),
            content.publication().at(),
            content.channels().stream().map(Enum::name).toList(),
            content.resultName(),
            content.resultDocument(),
            content.onlineLevel(),
            content.onlineReason(),
            content.sourceSystem(),
            content.volume(),
            proposal)
        .first(row -> row.getInt(1))
        .orElseThrow();
  }

  /** A field exists once for each level that decides: dossiers and figures are cut by it. */
  private void fields(ProcedureContent content) throws SQLException {
    for (GovernmentLevel level : content.levels()) {
      Query.of(
              connection,
              """
              insert into field (dataset_id, code, name, level)
              select dataset_id, code, name, ? from field
              where dataset_id = 1 and code = ? and level = '' on conflict do nothing
              """,
              level,
              content.fieldCode())
          .update();
    }
  }

  private void lists(ProcedureContent content, int version) throws SQLException {
    for (ProcedureLimit limit : content.limits()) {
      Query.of(
              connection,
              "insert into procedure_limit (version_id, channel, applies_to, amount, unit)"
                  + " values (?, ?, ?, ?, ?)",
              version,
              limit.channel(),
              limit.appliesTo(),
              limit.amount(),
              limit.unit().code())
          .update();
    }
    for (ProcedureContent.Fee fee : content.fees()) {
      Query.of(
              connection,
              "insert into procedure_fee (version_id, channel, applies_to, amount, beneficiary)"
                  + " values (?, ?, ?, ?, ?)",
              version,
              fee.channel(),
              fee.appliesTo(),
              fee.amount(),
              fee.beneficiary())
          .update();
    }
    int position = 0;
    for (ProcedureContent.LegalBasis basis : content.legalBasis()) {
      Query.of(
              connection,
              "insert into procedure_legal_basis (version_id, position, name, valid_from, valid_to)"
                  + " values (?, ?, ?, ?, ?)",
              version,
              ++position,
              basis.name(),
              basis.from(),
              basis.to())
          .update();
    }
    position = 0;
    for (ProcedureContent.Cost cost : content.costs()) {
      Query.of(
              connection,
              "insert into procedure_cost (version_id, position, activity, hours, rate, other)"
                  + " values (?, ?, ?, ?, ?, ?)",
              version,
              ++position,
              cost.activity(),
              cost.hours(),
              cost.rate(),
              cost.other())
          .update();
    }
  }

  /** Questions and components belong to the procedure and have days of their own. */
  private void papers(ProcedureContent content, LocalDate from, int procedure) throws SQLException {
    for (String table : List.of("procedure_component", "procedure_question")) {
      Query.of(
              connection,
              "update " + table + " set valid_to = ? where procedure_id = ? and valid_to > ?",
              from,
              procedure,
              from)
          .update();
    }
    Map<String, Integer> questions = new HashMap<>();
    int position = 0;
    for (ProcedureQuestion question : content.questions()) {
      questions.put(
          question.code(),
          Query.of(
                  connection,
                  """
                  insert into procedure_question
                    (procedure_id, code, position, text_vi, text_en, valid_from)
                  values (?, ?, ?, ?, ?, ?) returning id
                  """,
                  procedure,
                  question.code(),
                  ++position,
                  question.textVi(),
                  question.textEn(),
                  from)
              .first(row -> row.getInt(1))
              .orElseThrow());
    }
    position = 0;
    for (ProcedureContent.Component component : content.components()) {
      Query.of(
              connection,
              """
              insert into procedure_component (procedure_id, code, position, name, required,
                baseline, held_source, question_id, when_answer, valid_from)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """,
              procedure,
              component.code(),
              ++position,
              component.name(),
              component.required(),
              component.baseline(),
              component.heldSource(),
              component.question() == null ? null : questions.get(component.question()),
              component.answer(),
              from)
          .update();
    }
  }
}
