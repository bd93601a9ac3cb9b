package vn.motcua.identity;

import java.util.Set;

/**
 * An account to be made, with the person it is for.
 *
 * @param login lower case
 * @param unitId the body the person works for ({@code UnitDetail.bodyId}); also the scope, unless
 *     the whole city is
 * @param demo exists in demo mode only; the person is invented
 */
public record NewAccount(
    String login,
    String fullName,
    String post,
    int unitId,
    Set<Role> roles,
    boolean wholeCity,
    boolean demo) {}
