package vn.motcua.web.reminders;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.deadlines.BranchLoad;
import vn.motcua.deadlines.OverloadService;
import vn.motcua.web.layout.Words;

/** Which branches of the board are busy now, for their rows. */
@Named("branchLoads")
@RequestScoped
public class BranchLoads {

  @EJB private OverloadService overload;
  @Inject private Words words;

  private Map<Integer, BranchLoad> busy;

  /** In a word; empty where the branch is as usual. */
  public String text(String dataset, int branchId) {
    BranchLoad load = of(dataset, branchId);
    return load == null ? "" : words.of("reminders.load." + load.level());
  }

  public String style(String dataset, int branchId) {
    BranchLoad load = of(dataset, branchId);
    return load != null && load.level().equals("OVERLOADED") ? "bad" : "waiting";
  }

  private BranchLoad of(String dataset, int branchId) {
    if (busy == null) {
      busy =
          overload.branches(dataset).stream()
              .filter(load -> !load.reasons().isEmpty())
              .collect(Collectors.toMap(BranchLoad::branchId, load -> load));
    }
    return busy.get(branchId);
  }
}
