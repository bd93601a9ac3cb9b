package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.payment.BankAccount;
import vn.motcua.payment.FeeKind;
import vn.motcua.payment.FeeScheduleService;

/** What procedures cost and for whom, from a day on. Amounts in đồng. */
@RequestScoped
@Path("fee-schedules")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "fees")
public class FeeSchedulesResource {

  @EJB private FeeScheduleService schedules;
  @Inject private RequestedDay days;

  @POST
  @Operation(
      summary = "Sets a fee of a procedure from a day on",
      description =
          "procedure, kind FEE or CHARGE, name, channel, amount, legalBasis, beneficiary, from."
              + " Without an amount it is asked for at each dossier.")
  public void define(String body) {
    Said json = Said.in(body);
    schedules.define(
        new FeeScheduleService.Scheduled(
            json.text("procedure"),
            json.one(FeeKind.class, "kind"),
            json.text("name"),
            json.has("channel") ? json.text("channel") : null,
            json.number("amount"),
            json.text("legalBasis"),
            json.text("beneficiary"),
            days.of(json.text("from"))));
  }

  @POST
  @Path("beneficiaries")
  @Operation(summary = "Names a beneficiary and its account from a day on")
  public void name(String body) {
    Said json = Said.in(body);
    schedules.name(
        json.text("code"),
        json.text("name"),
        json.text("taxCode"),
        account(json),
        days.of(json.text("from")));
  }

  /** Null where nothing is said of it: the service says what is missing. */
  private static BankAccount account(Said json) {
    if (!json.has("bin") && !json.has("account")) {
      return null;
    }
    try {
      return new BankAccount(json.text("bin"), json.text("account"), json.text("holder"));
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
  }
}
