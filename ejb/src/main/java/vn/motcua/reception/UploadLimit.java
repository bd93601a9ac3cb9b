package vn.motcua.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The largest file that is taken from anybody's machine (dung lượng tệp): one setting for scans,
 * signed results and proofs, which pages tell before anything is sent.
 */
@ApplicationScoped
public class UploadLimit {

  private static final int MEBIBYTE = 1024 * 1024;

  /** What web.xml lets through at most. */
  private static final int MOST = 1024;

  @Inject
  @ConfigProperty(name = "motcua.upload.largest.megabytes", defaultValue = "20")
  private int megabytes = 20;

  public UploadLimit() {}

  /** For use without a container. */
  public UploadLimit(int megabytes) {
    this.megabytes = megabytes;
  }

  /** As people are told it. */
  public int megabytes() {
    return Math.clamp(megabytes, 1, MOST);
  }

  public int bytes() {
    return megabytes() * MEBIBYTE;
  }
}
