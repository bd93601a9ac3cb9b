package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.rates.RateKind;
import vn.motcua.rates.RateProposal;
import vn.motcua.rates.RateProposals;

/** Terms, fees, legal bases and beneficiaries by date, changed by two people. */
@RequestScoped
@Path("rates")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "fees")
public class RatesResource {

  @EJB private RateProposals rates;
  @Inject private RequestedDay days;

  @GET
  @Operation(summary = "What holds today and what is set for later, with source and certainty")
  public List<RateProposals.Rate> list() {
    return rates.rates();
  }

  @GET
  @Path("proposals")
  @Operation(summary = "Proposals, the undecided first")
  public List<RateProposal> proposals() {
    return rates.proposals();
  }

  @POST
  @Path("proposals")
  @Operation(
      summary = "Proposes what shall hold from a day on",
      description =
          "kind, from, reason, and the entries of the kind as texts: FEEDBACK_TERM step, amount;"
              + " PETITION_TERM petition, step, amount, unit; RATING_SETTING amount, device;"
              + " CERTIFICATION_FEE book, firstPages, firstAmount, nextAmount, cap, basis,"
              + " beneficiary; PROCEDURE_FEE procedure, feeKind, name, channel, amount, basis,"
              + " beneficiary; BENEFICIARY code, name, taxCode, bin, account, holder; LEGAL_BASIS"
              + " basis, title, last, certainty")
  public Response propose(String body) {
    Said json = Said.in(body);
    RateKind kind = json.one(RateKind.class, "kind");
    Map<String, String> content = new HashMap<>();
    if (kind != null) {
      kind.entries().forEach(entry -> content.put(entry, json.text(entry)));
    }
    long id = rates.propose(kind, content, days.of(json.text("from")), json.text("reason"));
    return Response.status(201).entity(Map.of("id", id)).build();
  }

  @POST
  @Path("proposals/{id:\\d{1,18}}/decision")
  @Operation(summary = "Approves or rejects, by another: seen, approved, note")
  public void decide(@PathParam("id") long id, String body) {
    Said json = Said.in(body);
    rates.decide(id, json.whole("seen"), json.yes("approved"), json.text("note"));
  }
}
