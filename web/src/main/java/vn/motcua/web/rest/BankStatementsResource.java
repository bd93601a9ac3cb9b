package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.payment.Reconciliation;
import vn.motcua.payment.ReconciliationService;
import vn.motcua.payment.StatementFormat;

/** Statements of banks held against what was taken (đối soát). */
@RequestScoped
@Path("bank-statements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "fees")
public class BankStatementsResource {

  @EJB private ReconciliationService banks;

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(
      summary = "Reads a statement (CSV) of an account, once and whole",
      description = "The body is the file itself. What is not given is as most banks write it.")
  public Response read(
      @QueryParam("account") int account,
      @QueryParam("name") @DefaultValue("") String name,
      @QueryParam("separator") @DefaultValue(",") String separator,
      @QueryParam("charset") @DefaultValue("UTF-8") String charset,
      @QueryParam("dateColumn") @DefaultValue("Ngày") String dateColumn,
      @QueryParam("datePattern") @DefaultValue("dd/MM/uuuu") String datePattern,
      @QueryParam("amountColumn") @DefaultValue("Ghi có") String amountColumn,
      @QueryParam("descriptionColumn") @DefaultValue("Nội dung") String descriptionColumn,
      InputStream body)
      throws IOException {
    byte[] content = body.readNBytes(ReconciliationService.LARGEST_BYTES + 1);
    Reconciliation read =
        banks.read(
            account,
            name,
            content,
            new StatementFormat(
                separator, charset, dateColumn, datePattern, amountColumn, descriptionColumn));
    return Response.status(201).entity(read).build();
  }

  @GET
  @Operation(summary = "The last statements, without their differences")
  public List<Reconciliation> list() {
    return banks.list();
  }

  @GET
  @Path("{id: \\d{1,18}}")
  @Operation(summary = "A statement with what differs, the open differences first")
  public Reconciliation find(@PathParam("id") long id) {
    return banks.find(id);
  }

  @POST
  @Path("differences/{id: \\d{1,18}}/resolution")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Says how a difference was resolved")
  public void resolve(@PathParam("id") long id, String body) {
    banks.resolve(id, Said.in(body).text("note"));
  }
}
