package vn.motcua.it.access;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One row of the table who may call what ({@code access-matrix.csv}).
 *
 * @param method as {@code FigureService.stream(FigureQuery)}
 * @param access {@code PUBLIC: reason}, {@code INTERNAL: reason} (bean methods that no screen and
 *     no resource reaches without another's guard), {@code SIGNED_IN}, or roles with a space
 *     between
 * @param scope {@code none}, {@code whole-city} (the same for every unit), {@code own-unit}
 *     (checked by tests of its own), or {@code own-unit@N}: parameter N, from 0, is the unit's id
 * @param call resources only: method and address, with {@code {unit}} for a unit's id or {@code
 *     {unitCode}} for its code where one is asked for
 * @param body resources only: JSON, or {@code multipart}; empty for none
 */
public record AccessRow(String method, String access, String scope, String call, String body) {

  private static final String TABLE = "/access-matrix.csv";
  static final Set<String> ROLES =
      Set.of(
          "CLERK", "OFFICER", "BRANCH_DIRECTOR", "LEADER", "REPORTER", "ADMINISTRATOR", "AUDITOR");

  /** The whole table. Fields are separated by {@code ;} and hold none. */
  public static List<AccessRow> all() {
    try (Reader reader =
            new InputStreamReader(
                Objects.requireNonNull(AccessRow.class.getResourceAsStream(TABLE), TABLE),
                StandardCharsets.UTF_8);
        java.io.BufferedReader lines = new java.io.BufferedReader(reader)) {
      return lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(AccessRow::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AccessRow of(String line) {
    String[] parts = line.split(";", -1);
    if (parts.length < 3 || parts.length > 5) {
      throw new IllegalArgumentException(TABLE + " needs three to five fields: " + line);
    }
    return new AccessRow(
        parts[0].strip(),
        parts[1].strip(),
        parts[2].strip(),
        parts.length > 3 ? parts[3].strip() : "",
        parts.length > 4 ? parts[4].strip() : "");
  }

  public boolean isResource() {
    return !call.isEmpty();
  }

  public boolean isPublic() {
    return access.startsWith("PUBLIC:");
  }

  public boolean isInternal() {
    return access.startsWith("INTERNAL:");
  }

  /** Some roles may, others not. */
  public boolean isGuarded() {
    return !isPublic() && !isInternal() && !access.equals("SIGNED_IN");
  }

  /** Whether an account with this role may call it, leaving the scope aside. */
  public boolean allows(String role) {
    return !isGuarded() || roles().contains(role);
  }

  Set<String> roles() {
    return isGuarded() ? Arrays.stream(access.split(" +")).collect(Collectors.toSet()) : Set.of();
  }

  /** Which parameter of a bean's method is a unit's id; -1: none that can be told from here. */
  public int unitParameter() {
    return scope.startsWith("own-unit@") ? Integer.parseInt(scope.substring(9)) : -1;
  }

  /** A unit is named in the call, and others' are refused. */
  public boolean asksForOwnUnit() {
    return scope.startsWith("own-unit") && (call + body).contains("{unit");
  }
}
