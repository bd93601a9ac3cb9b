package vn.motcua.identity;

import java.util.Set;

/**
 * An account as the rest of the application sees it.
 *
 * @param wholeCity sees every body; else only those of {@code scope} and below
 * @param scope ids of bodies ({@code UnitDetail.bodyId}), empty for the whole city
 */
public record Account(
    int id,
    String login,
    String fullName,
    String post,
    Set<Role> roles,
    boolean wholeCity,
    Set<Integer> scope) {

  public Account {
    roles = Set.copyOf(roles);
    scope = Set.copyOf(scope);
  }
}
