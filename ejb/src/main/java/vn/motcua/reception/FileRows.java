package vn.motcua.reception;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Files that papers refer to. */
final class FileRows {

  private final Connection connection;

  FileRows(Connection connection) {
    this.connection = connection;
  }

  /**
   * Files that the clerk did not upload, or that hang on a dossier already. What came with the
   * submission that this request accepts counts as the clerk's own.
   */
  List<Finding> strange(IntakeRequest request, String clerk) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < request.dossiers().size(); i++) {
      for (PaperEntry paper : request.dossiers().get(i).papers()) {
        if (paper.fileId() != null && !free(paper, clerk, request.requestId())) {
          findings.add(
              Finding.error("dossiers." + i + ".papers." + paper.component(), "file-unknown"));
        }
      }
    }
    return findings;
  }

  private boolean free(PaperEntry paper, String clerk, UUID requestId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select 1 from stored_file f where f.id = ?
              and (f.uploaded_by = ? or exists (
                select 1 from submission_paper w join submission s on s.id = w.submission_id
                where w.file_id = f.id and s.request_id = ?))
              and not exists (select 1 from dossier_paper p where p.file_id = f.id)
            """)) {
      statement.setObject(1, paper.fileId());
      statement.setString(2, clerk);
      statement.setObject(3, requestId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }
}
