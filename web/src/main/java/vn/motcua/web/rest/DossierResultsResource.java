package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.processing.ProcessingService;
import vn.motcua.processing.SignedResult;
import vn.motcua.reception.UploadLimit;

/**
 * The result of a dossier (kết quả giải quyết): recorded by the agency, handed over at the branch.
 */
@RequestScoped
@Path("dossiers/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "processing")
public class DossierResultsResource extends DossierDeeds {

  @Inject private UploadLimit limit;
  @EJB private ProcessingService processing;

  @POST
  @Path("results")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      summary = "The signed result is there, granted or refused",
      description =
          "Text parts: seen, number, signedOn (yyyy-mm-dd), signer, negative (true: a refusal,"
              + " which needs a reason), reason. Part file: the signed document, PDF, JPEG or PNG"
              + " within the instance's limit (20 MB unless set); required. For whoever has the last"
              + " step.")
  public void record(@BeanParam DossierAddress of, List<EntityPart> parts) throws IOException {
    SentParts sent = new SentParts(parts);
    processing.recordResult(
        seen(of, sent.text("seen")),
        new SignedResult(
            sent.text("number"),
            day(sent.text("signedOn")),
            sent.text("signer"),
            "true".equals(sent.text("negative")),
            sent.text("reason"),
            null),
        sent.file(limit.bytes()));
  }

  @POST
  @Path("hand-overs")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Hands the result over, at the receiving branch",
      description =
          "Body: seen, channel (COUNTER, POST or ELECTRONIC; COUNTER where none is given),"
              + " receivedBy, shownId (twelve digits of the identity paper, or its last four),"
              + " noPapers (the clerk vouches for who takes it). Proofs are kept under"
              + " return-proofs.")
  public void handOver(@BeanParam DossierAddress of, String body) {
    DossierDeed deed = deed(of, body);
    processing.giveResult(deed.seen(), deed.handOver());
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException none) {
      return null;
    }
  }
}
