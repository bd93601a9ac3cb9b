package vn.motcua.reference;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One kind of reference file and the rows it becomes. */
interface ReferenceSection {

  List<String> columns();

  /** Writes the rows; refuses single rows into the tally. The caller commits. */
  void load(ReferenceFile file, Connection connection, Tally tally) throws SQLException;
}
