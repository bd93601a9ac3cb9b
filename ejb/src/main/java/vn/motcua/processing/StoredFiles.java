package vn.motcua.processing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import vn.motcua.database.Query;
import vn.motcua.reception.UploadLimit;

/** Keeps files whose content was checked. */
final class StoredFiles {

  private final Connection connection;
  private final UploadLimit limit;

  StoredFiles(Connection connection, UploadLimit limit) {
    this.connection = connection;
    this.limit = limit;
  }

  /**
   * Keeps a file and names it.
   *
   * @param seed the same press of a button gives the same name, so that a file is kept once
   * @throws ProcessingFailure.BadFile where its content is not allowed
   */
  UUID keep(UploadedFile file, String seed, int datasetId, int unitId, Instant at, String actor)
      throws SQLException {
    String mediaType = FileCheck.mediaType(file, limit);
    String digest = sha256(file.content());
    UUID id = UUID.nameUUIDFromBytes((seed + digest).getBytes(StandardCharsets.UTF_8));
    Query.of(
            connection,
            """
            insert into stored_file
              (id, dataset_id, name, media_type, size, sha256, content, uploaded_by, uploaded_at,
               unit_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""",
            id,
            datasetId,
            FileCheck.safeName(file),
            mediaType,
            (long) file.content().length,
            digest,
            file.content(),
            actor,
            at,
            unitId)
        .update();
    return id;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
