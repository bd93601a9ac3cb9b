package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.processing.DossierAffairs;
import vn.motcua.processing.DossierFile;
import vn.motcua.processing.ReturnProof;
import vn.motcua.processing.ReturnProofService;
import vn.motcua.reception.UploadLimit;

/** What shows that a result came into the right hands (chứng cứ trả kết quả). */
@RequestScoped
@Path("dossiers/{code}/return-proofs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "processing")
public class ReturnProofsResource {

  @Inject private UploadLimit limit;
  @EJB private ReturnProofService proofs;
  @EJB private DossierFile dossiers;

  @GET
  @Operation(summary = "The proofs of a dossier, the earliest first; its files hold their content")
  public JsonObject list(@PathParam("code") String code, @QueryParam("dataset") String dataset) {
    JsonArrayBuilder kept = Json.createArrayBuilder();
    for (DossierAffairs.Proof proof : dossiers.open(code, dataset).affairs().proofs()) {
      JsonObjectBuilder one =
          Json.createObjectBuilder()
              .add("kind", proof.kind())
              .add("words", proof.words())
              .add("by", proof.who())
              .add("at", proof.at().toString());
      if (proof.fileId() != null) {
        one.add("file", proof.fileId().toString());
      }
      kept.add(one);
    }
    return Json.createObjectBuilder().add("proofs", kept).build();
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      summary = "Keeps a proof of the last return",
      description =
          "Part kind: SIGNED_SLIP, POST_CONFIRMATION, ELECTRONIC_RECEIPT or OTHER. Part words:"
              + " text, up to 500 characters. Part file: PDF, JPEG or PNG within the instance's limit"
              + " (20 MB unless set). Words or a file are required.")
  public JsonObject attach(
      @PathParam("code") String code, @QueryParam("dataset") String dataset, List<EntityPart> parts)
      throws IOException {
    SentParts sent = new SentParts(parts);
    String kind = sent.text("kind");
    proofs.attach(
        code,
        dataset,
        new ReturnProof(
            Arrays.stream(ReturnProof.Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElse(null),
            sent.text("words")),
        sent.file(limit.bytes()));
    return list(code, dataset);
  }
}
