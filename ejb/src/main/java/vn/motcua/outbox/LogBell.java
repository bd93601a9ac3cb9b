package vn.motcua.outbox;

/**
 * The channel on which the relay listens. Writers need not ring: the relay looks by itself every 50
 * ms; a ring only shortens the wait.
 */
public final class LogBell {

  public static final String CHANNEL = "motcua_log";

  private LogBell() {}
}
