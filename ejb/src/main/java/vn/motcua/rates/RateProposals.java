package vn.motcua.rates;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.database.StoredText;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * Proposes terms, fees, legal bases and beneficiaries from a later day on, and decides on them: two
 * people, never the same. Nothing that was counted before moves.
 *
 * <p>Every method may throw {@link RateFailure} and {@link vn.motcua.identity.IdentityFailure};
 * then nothing was written.
 */
@Stateless
public class RateProposals {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final int LONGEST = 500;

  /**
   * A term, fee, basis or beneficiary on record.
   *
   * @param what kind of {@link RateKind}
   * @param key which one of its kind
   * @param value as people read it, amounts in đồng
   * @param to the day after the last one; null: no end
   * @param certain false: nobody has compared it with its published text; null: not said
   */
  public record Rate(
      RateKind what,
      String key,
      String value,
      LocalDate from,
      LocalDate to,
      String source,
      Boolean certain) {}

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public RateProposals() {}

  /** For use without a container. */
  public RateProposals(DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /** What holds today and what is set for later, by kind and key. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Rate> rates() {
    access.require(Role.REPORTER, Role.LEADER, Role.ADMINISTRATOR, Role.AUDITOR);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select * from (
                select 1 as rank, 'FEEDBACK_TERM' as what, step as key,
                  working_days::text as value, valid_from, valid_to, source,
                  null::boolean as certain from feedback_term
                union all
                select 2, 'PETITION_TERM', kind || ' ' || step, amount || ' ' || unit, valid_from,
                  valid_to, source, null from petition_term
                union all
                select 3, 'RATING_SETTING', '', follow_up_days || ' / ' || device_per_day,
                  valid_from, valid_to, source, null from rating_setting
                union all
                select 4, 'CERTIFICATION_FEE', f.book, f.first_pages || ' × ' || f.first_amount
                  || ' + ' || f.next_amount || ' ≤ ' || f.cap, f.valid_from, f.valid_to,
                  f.basis || ' · ' || f.beneficiary, b.certainty = 'CONFIRMED' and b.valid_to > ?
                from certification_fee f left join legal_basis b on b.id = f.basis_id
                union all
                select 5, 'PROCEDURE_FEE', p.code || ' ' || f.name || coalesce(' ' || f.channel, ''),
                  coalesce(f.amount::text, '–'), f.valid_from, f.valid_to,
                  f.legal_basis || ' · ' || n.code, b.certainty = 'CONFIRMED' and b.valid_to > ?
                from fee_schedule f join procedure p on p.id = f.procedure_id
                join fee_beneficiary n on n.id = f.beneficiary_id
                left join legal_basis b on b.id = f.basis_id where f.replaced_at is null
                union all
                select 6, 'BENEFICIARY', code, name || ' · ' || bank_bin || ' ' || account_number,
                  valid_from, valid_to, tax_code, not trial from fee_beneficiary
                where dataset_id = 1
                union all
                select 7, 'LEGAL_BASIS', citation, title, valid_from, valid_to, source,
                  certainty = 'CONFIRMED' from legal_basis) r
              where valid_to > ? order by rank, key, valid_from limit 1000
              """,
              today,
              today,
              today)
          .list(RateProposals::rate);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Proposals, the undecided first, then the newest; at most 200. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<RateProposal> proposals() {
    access.require(Role.REPORTER, Role.LEADER, Role.ADMINISTRATOR, Role.AUDITOR);
    try (Connection connection = database.getConnection()) {
      return Query.of(connection, SELECT + " order by status = 'PROPOSED' desc, id desc limit 200")
          .list(RateProposals::proposal);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Proposes what shall hold from a day on.
   *
   * @param content by the entries of the kind; others are left out
   * @param from after today, in the city's zone
   * @param reason its source: the decision or provision
   * @return the number of the proposal
   */
  public long propose(RateKind kind, Map<String, String> content, LocalDate from, String reason) {
    Account account = access.require(Role.REPORTER, Role.ADMINISTRATOR);
    if (kind == null) {
      throw new RateFailure.Unclear("kind");
    }
    Map<String, String> kept = new HashMap<>();
    for (String entry : kind.entries()) {
      String text = StoredText.line(content.get(entry));
      if (text.length() > LONGEST) {
        throw new RateFailure.Unclear(entry);
      }
      kept.put(entry, text);
    }
    String why = StoredText.line(reason);
    if (why.isEmpty() || why.length() > LONGEST) {
      throw new RateFailure.Unclear("reason");
    }
    checkDay(kind, from);
    new RateEntries(kind, kept, from).check();
    List<String> names = List.copyOf(kept.keySet());
    try (Connection connection = database.getConnection()) {
      long id =
          Query.of(
                  connection,
                  """
                  insert into rate_proposal (kind, content, valid_from, reason, status,
                    proposed_by, proposed_at)
                  values (?, jsonb_object(?::text[], ?::text[]), ?, ?, 'PROPOSED', ?, ?)
                  returning id
                  """,
                  kind,
                  names,
                  names.stream().map(kept::get).toList(),
                  from,
                  why,
                  account.login(),
                  clock.instant())
              .first(row -> row.getLong(1))
              .orElseThrow();
      trail.record("rates.propose", "rate-proposal " + id, Map.of("kind", kind.name()));
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Approves or rejects, by somebody else than who proposed. What is approved is written at once
   * and holds from its day on.
   */
  public void decide(long id, int seen, boolean approved, String note) {
    Account account = access.require(Role.LEADER, Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      RateProposal proposal =
          Query.of(connection, SELECT + " where id = ? for update of p", id)
              .first(RateProposals::proposal)
              .orElseThrow(() -> new RateFailure.Unknown(id));
      if (proposal.status() != RateProposal.Status.PROPOSED || proposal.seen() != seen) {
        throw new RateFailure.ChangedMeanwhile();
      }
      if (proposal.proposedBy().equals(account.login())) {
        throw new RateFailure.OwnProposal();
      }
      if (approved) {
        checkDay(proposal.kind(), proposal.from());
        RateEntries entries = new RateEntries(proposal.kind(), proposal.content(), proposal.from());
        entries.check();
        entries.write(connection, proposal.reason(), proposal.proposedBy());
      }
      Query.of(
              connection,
              """
              update rate_proposal set status = ?, decided_by = ?, decided_at = ?, note = ?,
                version = version + 1 where id = ?
              """,
              approved ? "APPROVED" : "REJECTED",
              account.login(),
              clock.instant(),
              StoredText.line(note),
              id)
          .update();
      trail.record(
          approved ? "rates.approve" : "rates.reject",
          "rate-proposal " + id,
          Map.of("kind", proposal.kind().name(), "from", proposal.from().toString()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final String SELECT =
      """
      select p.*, array(select key from jsonb_each_text(content) order by key) as names,
        array(select value from jsonb_each_text(content) order by key) as texts
      from rate_proposal p""";

  /** The dates of a provision are facts, also past ones; everything else holds from a later day. */
  private void checkDay(RateKind kind, LocalDate from) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    if (from == null || kind != RateKind.LEGAL_BASIS && !from.isAfter(today)) {
      throw new RateFailure.PastDay(today);
    }
  }

  private static Rate rate(ResultSet row) throws SQLException {
    LocalDate to = row.getObject("valid_to", LocalDate.class);
    return new Rate(
        RateKind.valueOf(row.getString("what")),
        row.getString("key"),
        row.getString("value"),
        row.getObject("valid_from", LocalDate.class),
        LocalDate.MAX.equals(to) ? null : to,
        row.getString("source"),
        row.getObject("certain", Boolean.class));
  }

  private static RateProposal proposal(ResultSet row) throws SQLException {
    List<String> names = Query.texts(row, "names");
    List<String> texts = Query.texts(row, "texts");
    Map<String, String> content = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      content.put(names.get(i), texts.get(i));
    }
    return new RateProposal(
        row.getLong("id"),
        RateKind.valueOf(row.getString("kind")),
        content,
        row.getObject("valid_from", LocalDate.class),
        row.getString("reason"),
        RateProposal.Status.valueOf(row.getString("status")),
        row.getString("proposed_by"),
        Query.moment(row, "proposed_at"),
        row.getString("decided_by"),
        row.getString("note"),
        row.getInt("version"));
  }
}
