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
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.structure.ServiceCompanies;

/** Post and agent companies, their work and its acceptance (doanh nghiệp bưu chính, đại lý). */
@RequestScoped
@Path("companies")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organisation")
public class CompaniesResource {

  @EJB private ServiceCompanies companies;
  @Inject private RequestedDay days;

  @GET
  @Operation(summary = "Companies under contract")
  public List<ServiceCompanies.Company> list() {
    return companies.companies();
  }

  @POST
  @Operation(summary = "Enters a company: name, kind POST or AGENT, contract, from")
  public Response add(String body) {
    Said json = Said.in(body);
    int id =
        companies.add(
            json.text("name"),
            !"AGENT".equals(json.text("kind")),
            json.text("contract"),
            days.of(json.text("from")));
    return Response.status(201).entity(Map.of("id", id)).build();
  }

  @GET
  @Path("work")
  @Operation(summary = "Work by month, the newest first, with what was accepted")
  public List<ServiceCompanies.Work> work() {
    return companies.work();
  }

  @POST
  @Path("work")
  @Operation(
      summary = "Records work of a month for a branch",
      description = "unit, company (ids), month (a day of it), activity, volume, norm in đồng")
  public void record(String body) {
    Said json = Said.in(body);
    companies.record(
        json.whole("unit"),
        json.whole("company"),
        YearMonth.from(days.of(json.text("month"))),
        json.one(ServiceCompanies.Activity.class, "activity"),
        json.whole("volume"),
        json.numberOr0("norm"));
  }

  @POST
  @Path("work/{id:\\d{1,18}}/acceptance")
  @Operation(summary = "Accepts work, by somebody else: seen, accepted, note")
  public void accept(@PathParam("id") long id, String body) {
    Said json = Said.in(body);
    companies.accept(id, json.whole("seen"), json.whole("accepted"), json.text("note"));
  }
}
