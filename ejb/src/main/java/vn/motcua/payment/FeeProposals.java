package vn.motcua.payment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import vn.motcua.database.Query;

/**
 * Which fees the catalogue knows for a dossier, on the day of its receipt. The schedule of fees
 * goes before the bare amounts of the procedure's version; with neither, one line without an amount
 * is proposed, so that "not known" can never look like "free".
 */
final class FeeProposals {

  private final Connection connection;
  private final PaidDossier dossier;

  FeeProposals(Connection connection, PaidDossier dossier) {
    this.connection = connection;
    this.dossier = dossier;
  }

  List<FeeProposal> list() throws SQLException {
    List<FeeProposal> scheduled = scheduled();
    if (!scheduled.isEmpty()) {
      return scheduled;
    }
    List<FeeProposal> published = published();
    return published.isEmpty()
        ? List.of(new FeeProposal(null, "", null, false, "", false, onlyBeneficiary()))
        : published;
  }

  /** The version of the procedure in force on the day of receipt; null: none is known. */
  Integer version() throws SQLException {
    return Query.of(
            connection,
            "select id from procedure_version where procedure_id = ? and valid_from <= ?"
                + " and valid_to > ?",
            dossier.procedureId(),
            dossier.day(),
            dossier.day())
        .first(row -> row.getInt(1))
        .orElse(null);
  }

  private List<FeeProposal> scheduled() throws SQLException {
    return Query.of(
            connection,
            """
            select f.kind, f.name, f.amount, f.legal_basis, f.beneficiary_id,
              coalesce(b.certainty = 'CONFIRMED' and b.valid_from <= ? and b.valid_to > ?, false)
                as basis_sure
            from fee_schedule f left join legal_basis b on b.id = f.basis_id
            where f.procedure_id = ? and f.valid_from <= ? and f.valid_to > ?
              and f.replaced_at is null and coalesce(f.channel, ?) = ?
            order by f.id""",
            dossier.day(),
            dossier.day(),
            dossier.procedureId(),
            dossier.day(),
            dossier.day(),
            dossier.channel(),
            dossier.channel())
        .list(
            row ->
                proposal(
                    row,
                    FeeKind.valueOf(row.getString("kind")),
                    row.getString("legal_basis"),
                    row.getBoolean("basis_sure"),
                    row.getInt("beneficiary_id")));
  }

  /** A case of its own ("applies_to") is offered beside the general one; the clerk chooses. */
  private List<FeeProposal> published() throws SQLException {
    Integer beneficiary = onlyBeneficiary();
    return Query.of(
            connection,
            """
            select distinct on (f.applies_to) f.amount,
              coalesce(nullif(f.applies_to, ''), 'Phí, lệ phí') as name, v.source
            from procedure_fee f join procedure_version v on v.id = f.version_id
            where v.procedure_id = ? and v.valid_from <= ? and v.valid_to > ?
              and coalesce(f.channel, ?) = ?
            order by f.applies_to, f.channel nulls last""",
            dossier.procedureId(),
            dossier.day(),
            dossier.day(),
            dossier.channel(),
            dossier.channel())
        .list(row -> proposal(row, null, row.getString("source"), false, beneficiary));
  }

  private static FeeProposal proposal(
      ResultSet row, FeeKind kind, String basis, boolean sure, Integer beneficiary)
      throws SQLException {
    Long amount = row.getObject("amount", Long.class);
    return new FeeProposal(
        kind,
        row.getString("name"),
        amount,
        amount != null && amount == 0,
        basis,
        sure,
        beneficiary);
  }

  /** Where there is but one, nobody has to choose. */
  private Integer onlyBeneficiary() throws SQLException {
    List<Integer> all =
        Query.of(
                connection,
                "select id from fee_beneficiary where dataset_id in (?, 1) and valid_from <= ?"
                    + " and valid_to > ?",
                dossier.referenceId(),
                dossier.day(),
                dossier.day())
            .list(row -> row.getInt(1));
    return all.size() == 1 ? all.getFirst() : null;
  }
}
