package vn.motcua.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.motcua.database.Query;
import vn.motcua.database.StoredText;

/** Writes fees of procedures and beneficiaries; who may is asked by the services that call it. */
public final class FeeScheduleRows {

  private final Connection connection;

  public FeeScheduleRows(Connection connection) {
    this.connection = connection;
  }

  /** See {@link FeeScheduleService#define}. */
  public void define(FeeScheduleService.Scheduled fee, String login) throws SQLException {
    String name = StoredText.line(fee.name());
    String basis = StoredText.line(fee.legalBasis());
    if (fee.kind() == null || name.isEmpty() || fee.from() == null) {
      throw new PaymentFailure.LineIncomplete();
    }
    if (basis.isEmpty()) {
      throw new PaymentFailure.AmountUnknown(name);
    }
    if (fee.amount() != null && (fee.amount() < 0 || fee.amount() > FeeEntry.LARGEST)) {
      throw new PaymentFailure.BadAmount(name, fee.amount());
    }
    int procedure =
        Query.of(
                connection,
                "select id from procedure where dataset_id = 1 and code = ? for update",
                fee.procedure())
            .first(row -> row.getInt(1))
            .orElseThrow(() -> new PaymentFailure.Unknown(fee.procedure()));
    int beneficiary =
        Query.of(
                connection,
                """
                select id from fee_beneficiary
                where dataset_id = 1 and code = ? and valid_from <= ? and valid_to > ?""",
                fee.beneficiary(),
                fee.from(),
                fee.from())
            .first(row -> row.getInt(1))
            .orElseThrow(PaymentFailure.UnknownBeneficiary::new);
    Query.of(
            connection,
            """
            update fee_schedule set replaced_at = now()
            where procedure_id = ? and kind = ? and name = ?
              and channel is not distinct from ? and valid_from >= ? and replaced_at is null""",
            procedure,
            fee.kind(),
            name,
            fee.channel(),
            fee.from())
        .update();
    Query.of(
            connection,
            """
            update fee_schedule set valid_to = ? where procedure_id = ? and kind = ? and name = ?
              and channel is not distinct from ? and valid_to > ? and replaced_at is null""",
            fee.from(),
            procedure,
            fee.kind(),
            name,
            fee.channel(),
            fee.from())
        .update();
    Query.of(
            connection,
            """
            insert into fee_schedule (procedure_id, kind, name, channel, amount, legal_basis,
              basis_id, beneficiary_id, valid_from, defined_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            procedure,
            fee.kind(),
            name,
            fee.channel(),
            fee.amount(),
            basis,
            new LegalBases(connection).named(basis, fee.from(), login),
            beneficiary,
            fee.from(),
            login)
        .update();
  }

  /** See {@link FeeScheduleService#name}. */
  public void name(String code, String name, String taxCode, BankAccount account, LocalDate from)
      throws SQLException {
    String key = StoredText.line(code);
    String full = StoredText.line(name);
    if (key.isEmpty() || full.isEmpty() || account == null || from == null) {
      throw new PaymentFailure.LineIncomplete();
    }
    Query.of(
            connection,
            "update fee_beneficiary set valid_to = ?"
                + " where dataset_id = 1 and code = ? and valid_from < ? and valid_to > ?",
            from,
            key,
            from,
            from)
        .update();
    Query.of(
            connection,
            """
            insert into fee_beneficiary (dataset_id, code, name, tax_code, bank_bin,
              account_number, account_holder, valid_from)
            values (1, ?, ?, ?, ?, ?, ?, ?)
            on conflict (dataset_id, code, valid_from) do update set name = excluded.name,
              tax_code = excluded.tax_code, bank_bin = excluded.bank_bin,
              account_number = excluded.account_number,
              account_holder = excluded.account_holder, trial = false""",
            key,
            full,
            StoredText.line(taxCode),
            account.bin(),
            account.number(),
            account.holder(),
            from)
        .update();
  }
}
