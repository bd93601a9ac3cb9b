package vn.motcua.web.organisation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.organisation.OrganisationDirectory;
import vn.motcua.organisation.UnitDetail;
import vn.motcua.organisation.UnitKind;
import vn.motcua.structure.ServiceCompanies;
import vn.motcua.structure.StructureFailure;
import vn.motcua.web.catalogue.CatalogueAddress;
import vn.motcua.web.layout.Words;

/** Post and agent companies, their work and its acceptance (nghiệm thu). */
@Named("companiesScreen")
@RequestScoped
public class CompaniesScreen {

  @EJB private ServiceCompanies companies;
  @EJB private OrganisationDirectory organisation;
  @Inject private CatalogueAddress address;
  @Inject private Words words;

  private final Map<String, String> typed = new HashMap<>();
  private List<ServiceCompanies.Company> all;
  private String error = "";

  @PostConstruct
  void read() {
    all = companies.companies();
    typed.put("month", YearMonth.from(address.today()).toString());
  }

  public void add() throws IOException {
    step(
        "add-company",
        () ->
            companies.add(
                typed.get("name"),
                "POST".equals(typed.get("kind")),
                typed.get("contract"),
                address.today()));
  }

  public void record() throws IOException {
    step(
        "record",
        () ->
            companies.record(
                (int) number("unit"),
                (int) number("company"),
                month(),
                ServiceCompanies.Activity.valueOf(typed.get("activity")),
                (int) number("volume"),
                number("norm")));
  }

  public void accept() throws IOException {
    step(
        "accept",
        () ->
            companies.accept(
                address.number("id"),
                (int) address.number("seen"),
                (int) count(address.text("accepted")),
                ""));
  }

  /**
   * What stands in the field of a line: what was typed and refused. It is read from the request,
   * because of forms in a list Faces takes the fields of the last one only.
   */
  public String entered(ServiceCompanies.Work line) {
    return !error.isEmpty() && address.number("id") == line.id() ? address.text("accepted") : "";
  }

  private void step(String button, Runnable step) throws IOException {
    try {
      step.run();
      address.done("/companies", button);
    } catch (RuntimeException thrown) {
      error = words.failure(thrown);
    }
  }

  private long number(String name) {
    return count(typed.get(name) == null ? "" : typed.get(name));
  }

  private static long count(String typed) {
    String text = typed.strip().replace(".", "");
    if (!text.matches("\\d{1,9}")) {
      throw new StructureFailure.Missing("number");
    }
    return Long.parseLong(text);
  }

  private YearMonth month() {
    try {
      return YearMonth.parse(String.valueOf(typed.get("month")));
    } catch (DateTimeException e) {
      throw new StructureFailure.Missing("number");
    }
  }

  public List<ServiceCompanies.Company> getAll() {
    return all;
  }

  public List<ServiceCompanies.Work> getWork() {
    return companies.work();
  }

  public List<UnitDetail> getBranches() {
    return organisation.units(UnitKind.BRANCH, address.today());
  }

  public List<ServiceCompanies.Activity> getActivities() {
    return Arrays.asList(ServiceCompanies.Activity.values());
  }

  public String money(long amount) {
    return words.getNotation().count(amount);
  }

  public Map<String, String> getTyped() {
    return typed;
  }

  public String getError() {
    return error;
  }
}
