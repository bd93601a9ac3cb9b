package vn.motcua.it.running;

/** A demo account. */
public record Account(String login, String password) {}
