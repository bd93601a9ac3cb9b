package vn.motcua.rates;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.database.Query;
import vn.motcua.payment.BankAccount;
import vn.motcua.payment.FeeKind;
import vn.motcua.payment.FeeScheduleRows;
import vn.motcua.payment.FeeScheduleService;
import vn.motcua.payment.LegalBases;

/**
 * Checks the entries of a proposal and writes what was approved: what held before ends on the day
 * on which the new begins, and what was set for later days stays.
 */
final class RateEntries {

  private final RateKind kind;
  private final Map<String, String> content;
  private final LocalDate from;

  RateEntries(RateKind kind, Map<String, String> content, LocalDate from) {
    this.kind = kind;
    this.content = content;
    this.from = from;
  }

  /**
   * @throws RateFailure.Unclear for the first entry that is wrong
   */
  void check() {
    switch (kind) {
      case FEEDBACK_TERM -> {
        one("step");
        number("amount", 1, 200);
      }
      case PETITION_TERM -> {
        one("petition");
        one("step");
        number("amount", 1, 200);
        one("unit");
      }
      case RATING_SETTING -> {
        number("amount", 1, 60);
        number("device", 2, 1_000);
      }
      case CERTIFICATION_FEE -> {
        one("book");
        number("firstPages", 1, 1_000);
        number("firstAmount", 0, 100_000_000);
        number("nextAmount", 0, 100_000_000);
        number("cap", 0, 1_000_000_000);
        required("basis");
        required("beneficiary");
      }
      case PROCEDURE_FEE -> {
        required("procedure");
        one("feeKind");
        required("name");
        one("channel");
        if (!text("amount").isEmpty()) {
          number("amount", 0, 1_000_000_000_000L);
        }
        required("basis");
        required("beneficiary");
      }
      case BENEFICIARY -> {
        required("code");
        required("name");
        account();
      }
      case LEGAL_BASIS -> {
        required("basis");
        one("certainty");
        last();
      }
    }
  }

  /**
   * @param reason of the change, and so its source
   */
  void write(Connection connection, String reason, String login) throws SQLException {
    switch (kind) {
      case FEEDBACK_TERM ->
          turn(
              connection,
              "feedback_term",
              List.of("step"),
              List.of(text("step")),
              List.of("working_days", "source"),
              List.of(whole("amount"), reason));
      case PETITION_TERM ->
          turn(
              connection,
              "petition_term",
              List.of("kind", "step"),
              List.of(text("petition"), text("step")),
              List.of("amount", "unit", "source"),
              List.of(whole("amount"), text("unit"), reason));
      case RATING_SETTING ->
          turn(
              connection,
              "rating_setting",
              List.of(),
              List.of(),
              List.of("follow_up_days", "device_per_day", "source"),
              List.of(whole("amount"), whole("device"), reason));
      case CERTIFICATION_FEE ->
          turn(
              connection,
              "certification_fee",
              List.of("book"),
              List.of(text("book")),
              List.of(
                  "first_pages",
                  "first_amount",
                  "next_amount",
                  "cap",
                  "basis",
                  "basis_id",
                  "beneficiary"),
              List.of(
                  whole("firstPages"),
                  number("firstAmount", 0, 100_000_000),
                  number("nextAmount", 0, 100_000_000),
                  number("cap", 0, 1_000_000_000),
                  text("basis"),
                  new LegalBases(connection).named(text("basis"), from, login),
                  text("beneficiary")));
      case PROCEDURE_FEE ->
          new FeeScheduleRows(connection)
              .define(
                  new FeeScheduleService.Scheduled(
                      text("procedure"),
                      FeeKind.valueOf(text("feeKind")),
                      text("name"),
                      text("channel").isEmpty() ? null : text("channel"),
                      text("amount").isEmpty() ? null : number("amount", 0, Long.MAX_VALUE),
                      text("basis"),
                      text("beneficiary"),
                      from),
                  login);
      case BENEFICIARY ->
          new FeeScheduleRows(connection)
              .name(text("code"), text("name"), text("taxCode"), account(), from);
      case LEGAL_BASIS ->
          new LegalBases(connection)
              .define(
                  text("basis"),
                  text("title"),
                  from,
                  last() == null ? null : last().plusDays(1),
                  "CONFIRMED".equals(text("certainty")),
                  reason,
                  login);
    }
  }

  /** Names of tables and columns are this class's own, never what somebody typed. */
  private void turn(
      Connection connection,
      String table,
      List<String> keys,
      List<?> of,
      List<String> columns,
      List<?> values)
      throws SQLException {
    String same = keys.isEmpty() ? "true" : String.join(" = ? and ", keys) + " = ?";
    Query.of(
            connection,
            "update "
                + table
                + " set valid_to = ? where "
                + same
                + " and valid_from < ? and valid_to > ?",
            all(List.of(from), of, List.of(from, from)))
        .update();
    List<String> written = new ArrayList<>(keys);
    written.addAll(columns);
    int added =
        Query.of(
                connection,
                "insert into "
                    + table
                    + " ("
                    + String.join(", ", written)
                    + ", valid_from, valid_to) select "
                    + "?, ".repeat(written.size())
                    + "?, coalesce((select min(valid_from) from "
                    + table
                    + " where "
                    + same
                    + " and valid_from > ?), 'infinity') on conflict do nothing",
                all(of, values, List.of(from), of, List.of(from)))
            .update();
    if (added == 0) {
      throw new RateFailure.AlreadySet(from);
    }
  }

  private static Object[] all(List<?>... parts) {
    List<Object> all = new ArrayList<>();
    for (List<?> part : parts) {
      all.addAll(part);
    }
    return all.toArray();
  }

  private String text(String entry) {
    return content.getOrDefault(entry, "");
  }

  private String required(String entry) {
    if (text(entry).isEmpty()) {
      throw new RateFailure.Unclear(entry);
    }
    return text(entry);
  }

  private void one(String entry) {
    if (!kind.choices(entry).contains(text(entry))) {
      throw new RateFailure.Unclear(entry);
    }
  }

  private long number(String entry, long least, long most) {
    if (!text(entry).matches("\\d{1,15}")) {
      throw new RateFailure.Unclear(entry);
    }
    long number = Long.parseLong(text(entry));
    if (number < least || number > most) {
      throw new RateFailure.Unclear(entry);
    }
    return number;
  }

  private int whole(String entry) {
    return Math.toIntExact(number(entry, 0, 1_000));
  }

  private BankAccount account() {
    try {
      return new BankAccount(text("bin"), text("account"), text("holder"));
    } catch (IllegalArgumentException e) {
      throw new RateFailure.Unclear("account");
    }
  }

  private LocalDate last() {
    try {
      LocalDate last = text("last").isEmpty() ? null : LocalDate.parse(text("last"));
      if (last != null && last.isBefore(from)) {
        throw new RateFailure.Unclear("last");
      }
      return last;
    } catch (java.time.DateTimeException e) {
      throw new RateFailure.Unclear("last");
    }
  }
}
