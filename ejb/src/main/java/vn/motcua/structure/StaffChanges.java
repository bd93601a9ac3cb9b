package vn.motcua.structure;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * People and their posts, by date (nhân sự): who leads a branch, what kind of staff a person is,
 * secondment (biệt phái) and substitution (thay thế). The kind limits the roles; access control
 * looks at it, and at substitutions and secondments, with every call.
 */
@Stateless
public class StaffChanges {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** A secondment lasts at most so long (NĐ 118 Đ11: 12 to 36 months). */
  private static final int LONGEST_SECONDMENT = 36;

  private static final int LONGEST_SUBSTITUTION = 6;

  /** What a person is employed as (loại nhân sự). */
  public enum Kind {
    /** Công chức. */
    CIVIL_SERVANT,
    /** Viên chức. */
    PUBLIC_EMPLOYEE,
    /** Nhân viên bưu chính. */
    POST_STAFF,
    /** Lao động hợp đồng. */
    CONTRACT
  }

  /** A person with what holds today. */
  public record Person(String login, String name, String post, Kind kind, List<String> roles) {

    public Person {
      roles = List.copyOf(roles);
    }
  }

  /** A term of somebody: for whom, or where. {@code last} is included. */
  public record Term(
      long id, String login, String other, LocalDate from, LocalDate last, String document) {}

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public StaffChanges() {}

  /** For use without a container. */
  public StaffChanges(DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /** How many {@link #people} would show without its limit. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public long peopleCount() {
    access.require(Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              "select count(*) from account a join staff s on s.id = a.staff_id where a.enabled")
          .first(row -> row.getLong(1))
          .orElseThrow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Who has an account that is switched on, in the order of their logins; the first 500. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Person> people() {
    access.require(Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select a.login, s.full_name, s.post, s.kind,
                array(select role from account_role where account_id = a.id order by role) as roles
              from account a join staff s on s.id = a.staff_id where a.enabled
              order by a.login limit 500
              """)
          .list(
              row ->
                  new Person(
                      row.getString("login"),
                      row.getString("full_name"),
                      row.getString("post"),
                      Kind.valueOf(row.getString("kind")),
                      Query.texts(row, "roles")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Substitutions that hold or begin later; {@code other} is who is absent. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Term> substitutions() {
    access.require(Role.ADMINISTRATOR);
    return terms(
        """
        select t.id, a.login, o.login as other, t.valid_from, t.valid_to, t.reason as document
        from substitution t join account a on a.id = t.substitute_id
        join account o on o.id = t.absent_id where t.valid_to > ? order by t.valid_from, t.id
        """);
  }

  /** Secondments that hold or begin later; {@code other} is the body. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Term> secondments() {
    access.require(Role.ADMINISTRATOR);
    return terms(
        """
        select t.id, a.login, u.name as other, t.valid_from, t.valid_to, t.document
        from secondment t join account a on a.id = t.account_id
        join unit u on u.id = t.unit_id where t.valid_to > ? order by t.valid_from, t.id
        """);
  }

  /**
   * Says what a person is employed as.
   *
   * @throws StructureFailure.KindRefuses where the person has a role that the kind does not allow
   */
  public void kind(String login, Kind kind) {
    access.require(Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      int account = account(connection, text(login));
      List<String> refused =
          Query.of(
                  connection,
                  "select role from account_role where account_id = ? and not kind_allows(?, role)",
                  account,
                  kind)
              .list(row -> row.getString(1));
      if (!refused.isEmpty()) {
        throw new StructureFailure.KindRefuses(text(login), String.join(", ", refused));
      }
      Query.of(
              connection,
              "update staff set kind = ? where id = (select staff_id from account where id = ?)",
              kind,
              account)
          .update();
      trail.record("staff.kind", "account " + account, Map.of("kind", kind.name()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Appoints a director or deputy of a branch.
   *
   * @param last last day; null: no end
   * @throws StructureFailure.PostTaken where there is a director, or are two deputies at once,
   *     meanwhile
   */
  public void appoint(
      String unit,
      String login,
      boolean director,
      LocalDate from,
      LocalDate last,
      String document) {
    Account by = access.require(Role.LEADER, Role.ADMINISTRATOR);
    String why = document(document);
    String post = director ? "DIRECTOR" : "DEPUTY";
    if (from == null || last != null && last.isBefore(from)) {
      throw new StructureFailure.BadTerm(1_200);
    }
    try (Connection connection = database.getConnection()) {
      int body = body(connection, text(unit), from);
      int account = account(connection, text(login));
      if (mostAtOnce(connection, body, post, from, last) >= (director ? 1 : 2)) {
        throw new StructureFailure.PostTaken(post);
      }
      Query.of(
              connection,
              """
              insert into unit_post (unit_id, staff_id, post, valid_from, valid_to, document,
                recorded_by, recorded_at)
              select ?, staff_id, ?, ?, coalesce(?::date, 'infinity'), ?, ?, ?
              from account where id = ?
              """,
              body,
              post,
              from,
              last == null ? null : last.plusDays(1),
              why,
              by.login(),
              clock.instant(),
              account)
          .update();
      trail.record(
          "staff.appoint",
          "account " + account,
          Map.of("unit", text(unit), "post", post, "document", why));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * How many have the post at once at most within a term: more only from a day on which one begins.
   * Locks the body, so that two who appoint at the same time follow each other.
   */
  private static long mostAtOnce(
      Connection connection, int body, String post, LocalDate from, LocalDate last)
      throws SQLException {
    Query.of(connection, "select 1 from unit where id = ? for no key update", body)
        .first(row -> true);
    return Query.of(
            connection,
            """
            with held as (
              select valid_from, valid_to from unit_post where unit_id = ? and post = ?
                and valid_from < coalesce(?::date, 'infinity') and valid_to > ?)
            select coalesce(max(n), 0) from (
              select count(*) as n from (
                select distinct greatest(valid_from, ?::date) as day from held) d
              join held h on h.valid_from <= d.day and h.valid_to > d.day
              group by d.day) at_once
            """,
            body,
            post,
            last == null ? null : last.plusDays(1),
            from,
            from)
        .first(row -> row.getLong(1))
        .orElse(0L);
  }

  /** Ends who leads a branch after today: with a last day of today. */
  public void endPosts(String unit, String login) {
    access.require(Role.LEADER, Role.ADMINISTRATOR);
    LocalDate tomorrow = today().plusDays(1);
    try (Connection connection = database.getConnection()) {
      int account = account(connection, text(login));
      Query.of(
              connection,
              """
              update unit_post set valid_to = ? where unit_id = ? and valid_to > ?
                and valid_from < ? and staff_id = (select staff_id from account where id = ?)
              """,
              tomorrow,
              body(connection, text(unit), today()),
              tomorrow,
              tomorrow,
              account)
          .update();
      trail.record("staff.end-post", "account " + account, Map.of("unit", text(unit)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Lets a person work within another body's scope for a term, at most 36 months.
   *
   * @param last last day, included
   */
  public void second(String login, String unit, LocalDate from, LocalDate last, String document) {
    Account by = access.require(Role.ADMINISTRATOR);
    String why = document(document);
    checkTerm(from, last, LONGEST_SECONDMENT);
    try (Connection connection = database.getConnection()) {
      int account = account(connection, text(login));
      Query.of(
              connection,
              """
              insert into secondment (account_id, unit_id, valid_from, valid_to, document,
                recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?)
              """,
              account,
              body(connection, text(unit), from),
              from,
              last.plusDays(1),
              why,
              by.login(),
              clock.instant())
          .update();
      trail.record(
          "staff.second", "account " + account, Map.of("unit", text(unit), "document", why));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Gives a person the rights of somebody absent for a term, at most six months. What the kind of
   * staff does not allow stays refused.
   *
   * @param last last day, included
   */
  public void substitute(
      String absent, String substitute, LocalDate from, LocalDate last, String reason) {
    Account by = access.require(Role.ADMINISTRATOR);
    String why = document(reason);
    checkTerm(from, last, LONGEST_SUBSTITUTION);
    try (Connection connection = database.getConnection()) {
      int away = account(connection, text(absent));
      int present = account(connection, text(substitute));
      if (away == present) {
        throw new StructureFailure.BadTerm(LONGEST_SUBSTITUTION);
      }
      Query.of(
              connection,
              """
              insert into substitution (absent_id, substitute_id, valid_from, valid_to, reason,
                recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?)
              """,
              away,
              present,
              from,
              last.plusDays(1),
              why,
              by.login(),
              clock.instant())
          .update();
      trail.record(
          "staff.substitute",
          "account " + away,
          Map.of("by", "account " + present, "from", from.toString(), "last", last.toString()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Term> terms(String sql) {
    try (Connection connection = database.getConnection()) {
      return Query.of(connection, sql, today())
          .list(
              row ->
                  new Term(
                      row.getLong("id"),
                      row.getString("login"),
                      row.getString("other"),
                      row.getObject("valid_from", LocalDate.class),
                      row.getObject("valid_to", LocalDate.class).minusDays(1),
                      row.getString("document")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void checkTerm(LocalDate from, LocalDate last, int months) {
    if (from == null
        || last == null
        || last.isBefore(from)
        || from.isBefore(today())
        || !last.isBefore(from.plusMonths(months))) {
      throw new StructureFailure.BadTerm(months);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  private static int account(Connection connection, String login) throws SQLException {
    return Query.of(connection, "select id from account where login = ? for update", login)
        .first(row -> row.getInt(1))
        .orElseThrow(() -> new StructureFailure.UnknownPerson(login));
  }

  private static int body(Connection connection, String code, LocalDate on) throws SQLException {
    return Query.of(
            connection,
            "select coalesce(lineage_id, id) from unit where dataset_id = 1 and code = ?"
                + " and valid_from <= ? and valid_to > ?",
            code,
            on,
            on)
        .first(row -> row.getInt(1))
        .orElseThrow(() -> new StructureFailure.UnknownBody(code));
  }

  private static String document(String typed) {
    String text = text(typed);
    if (text.isEmpty() || text.length() > 500) {
      throw new StructureFailure.Missing("document");
    }
    return text;
  }

  private static String text(String typed) {
    return typed == null
        ? ""
        : Normalizer.normalize(typed, Normalizer.Form.NFC).replace("\0", "").strip();
  }
}
