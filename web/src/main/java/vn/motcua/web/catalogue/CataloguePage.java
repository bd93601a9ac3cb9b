package vn.motcua.web.catalogue;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.motcua.catalogue.Delegations;
import vn.motcua.catalogue.ProcedureCatalogue;
import vn.motcua.catalogue.ProcedurePage;
import vn.motcua.catalogue.ProcedureSummary;
import vn.motcua.web.layout.Words;

/** Procedures found by any fragment (danh mục thủ tục). All of its state is in the address. */
@Named
@RequestScoped
public class CataloguePage {

  private static final int LINES = 50;

  @EJB private ProcedureCatalogue catalogue;
  @EJB private Delegations delegations;
  @Inject private CatalogueAddress address;
  @Inject private Words words;

  private ProcedurePage page;
  private String failure;

  public String getQuery() {
    return address.text("q");
  }

  public List<ProcedureSummary> getLines() {
    return page().items();
  }

  /** Address of the following page; null on the last. */
  public String getNext() {
    return page().next() == null
        ? null
        : "?q="
            + CatalogueAddress.encoded(getQuery())
            + "&after="
            + CatalogueAddress.encoded(page().next());
  }

  public boolean isFurther() {
    return !address.text("after").isEmpty();
  }

  /** Delegations whose evaluation is due. */
  public List<Delegations.Delegation> getDue() {
    return delegations.list(address.today()).stream().filter(Delegations.Delegation::due).toList();
  }

  public String getFailure() {
    page();
    return failure;
  }

  private ProcedurePage page() {
    if (page == null) {
      try {
        page = catalogue.search(getQuery(), LINES, address.today(), address.text("after"));
      } catch (RuntimeException thrown) {
        failure = words.failure(thrown);
        page = new ProcedurePage(List.of(), null);
      }
    }
    return page;
  }
}
