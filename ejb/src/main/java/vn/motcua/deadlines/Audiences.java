package vn.motcua.deadlines;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.database.Query;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
import vn.motcua.organisation.OrganisationDirectory;

/**
 * All who may be told something. Who stands in for somebody sees that one's work on the screen; the
 * digest still goes to the one who is absent.
 */
final class Audiences {

  private final Connection connection;
  private final OrganisationDirectory organisation;
  private final Map<Set<Integer>, Scope> scopes = new HashMap<>();

  Audiences(Connection connection, OrganisationDirectory organisation) {
    this.connection = connection;
    this.organisation = organisation;
  }

  List<Audience> read() throws SQLException {
    return Query.of(
            connection,
            """
            select a.login, s.post, a.whole_city,
              array(select role from account_role where account_id = a.id) as roles,
              array(select unit_id from account_scope where account_id = a.id) as bodies
            from account a join staff s on s.id = a.staff_id
            where a.enabled and exists (
              select from account_role r where r.account_id = a.id
                and r.role in ('CLERK', 'OFFICER', 'BRANCH_DIRECTOR', 'LEADER', 'REPORTER'))
            order by a.login""")
        .list(
            row ->
                new Audience(
                    row.getString("login"),
                    row.getString("post"),
                    Query.texts(row, "roles").stream()
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                    row.getBoolean("whole_city")
                        ? new Scope(true, Set.of())
                        : scopes.computeIfAbsent(
                            Set.of((Integer[]) row.getArray("bodies").getArray()),
                            bodies -> new Scope(false, organisation.versionsWithin(bodies)))));
  }
}
