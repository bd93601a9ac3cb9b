package vn.motcua.identity;

/** An account of the demo, with its password in clear. */
public record DemoAccount(
    String login, String password, Role role, String roleName, String fullName, String post) {}
