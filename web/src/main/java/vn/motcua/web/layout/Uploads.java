package vn.motcua.web.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.motcua.reception.UploadLimit;

/** What pages tell of the largest file, before anything is sent. */
@Named("uploads")
@RequestScoped
public class Uploads {

  @Inject private UploadLimit limit;

  public int getMegabytes() {
    return limit.megabytes();
  }

  public int getBytes() {
    return limit.bytes();
  }
}
