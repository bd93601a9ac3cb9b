package vn.motcua.eventlog;

import java.sql.SQLException;

/** The database failed: nothing that a person who imports can mend. */
public final class DatabaseFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseFault(SQLException cause) {
    super(cause);
  }
}
