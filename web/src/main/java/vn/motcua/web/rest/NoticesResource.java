package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.notice.Notice;
import vn.motcua.notice.NoticeService;

/** What officers were told of their dossiers (thông báo đổi hạn). */
@RequestScoped
@Path("notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendars")
public class NoticesResource {

  @EJB private NoticeService notices;

  @GET
  @Operation(
      summary = "Notices to the officers of the caller's bodies, the newest first, at most 100",
      description = "before: number of the last one seen")
  public List<Notice> list(@QueryParam("before") long before) {
    return notices.forOfficers(before);
  }
}
