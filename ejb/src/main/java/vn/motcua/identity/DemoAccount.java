package vn.motcua.identity;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** An account of the demo, with its password in clear. The launcher prints it in this order. */
@JsonbPropertyOrder({"login", "password", "role", "roleName", "fullName", "post"})
public record DemoAccount(
    String login, String password, Role role, String roleName, String fullName, String post) {}
