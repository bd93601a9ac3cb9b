package vn.motcua.web.organisation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.motcua.organisation.UnitKind;
import vn.motcua.structure.OrganisationChanges;
import vn.motcua.structure.StaffChanges;
import vn.motcua.structure.TreeNode;
import vn.motcua.web.catalogue.CatalogueAddress;
import vn.motcua.web.layout.Words;

/** The Centre's tree on a day, and its changes (tổ chức). */
@Named("organisationScreen")
@RequestScoped
public class OrganisationScreen {

  private static final List<UnitKind> KINDS =
      List.of(
          UnitKind.POINT,
          UnitKind.COMMUNE_POINT,
          UnitKind.KIOSK,
          UnitKind.VAN,
          UnitKind.AGENT,
          UnitKind.OFFICE,
          UnitKind.BRANCH);

  @EJB private OrganisationChanges changes;
  @EJB private StaffChanges staff;
  @Inject private CatalogueAddress address;
  @Inject private Words words;

  private final Map<String, String> typed = new HashMap<>();
  private List<TreeNode> tree;
  private List<StaffChanges.Person> people;
  private String error = "";

  @PostConstruct
  void begin() {
    typed.put("from", address.today().plusDays(1).toString());
    typed.put("code", address.text("unit"));
  }

  public void add() throws IOException {
    step(
        "add-send",
        () ->
            changes.add(
                UnitKind.valueOf(typed.get("kind")),
                typed.get("newCode"),
                typed.get("name"),
                typed.get("parent"),
                typed.get("address"),
                from(),
                typed.get("document")));
  }

  public void change() throws IOException {
    step(
        "change-send",
        () -> {
          String code = typed.get("code");
          switch (String.valueOf(typed.get("what"))) {
            case "move" -> changes.move(code, typed.get("parent"), from(), typed.get("document"));
            case "close" -> changes.close(code, from(), typed.get("document"));
            default ->
                changes.rename(
                    code, typed.get("name"), typed.get("address"), from(), typed.get("document"));
          }
        });
  }

  public void appoint() throws IOException {
    step(
        "appoint-send",
        () ->
            staff.appoint(
                typed.get("code"),
                typed.get("login"),
                "DIRECTOR".equals(typed.get("post")),
                from(),
                CatalogueAddress.day(typed.get("last"), null),
                typed.get("document")));
  }

  public void kind() throws IOException {
    step(
        "kind-send",
        () -> staff.kind(typed.get("login"), StaffChanges.Kind.valueOf(typed.get("staffKind"))));
  }

  public void second() throws IOException {
    step(
        "second-send",
        () ->
            staff.second(
                typed.get("login"),
                typed.get("code"),
                from(),
                CatalogueAddress.day(typed.get("last"), null),
                typed.get("document")));
  }

  public void substitute() throws IOException {
    step(
        "substitute-send",
        () ->
            staff.substitute(
                typed.get("absent"),
                typed.get("login"),
                from(),
                CatalogueAddress.day(typed.get("last"), null),
                typed.get("document")));
  }

  private void step(String button, Runnable step) throws IOException {
    try {
      step.run();
      address.done("/organisation?on=" + (from() == null ? getOn() : from()), button);
    } catch (RuntimeException thrown) {
      error = words.failure(thrown);
    }
  }

  private LocalDate from() {
    return CatalogueAddress.day(typed.get("from"), null);
  }

  public LocalDate getOn() {
    return address.day("on");
  }

  /** Read once: each line of the tree looks at what lies below it. */
  public List<TreeNode> getTree() {
    if (tree == null) {
      tree = changes.tree(getOn());
    }
    return tree;
  }

  public List<OrganisationChanges.Phase> getPhases() {
    return changes.phases();
  }

  public List<OrganisationChanges.Transition> getTransitions() {
    return changes.transitions();
  }

  public List<StaffChanges.Person> getPeople() {
    if (people == null) {
      people = staff.people();
    }
    return people;
  }

  /** Listed or not. */
  public long getPeopleCount() {
    return staff.peopleCount();
  }

  public List<StaffChanges.Term> getSubstitutions() {
    return staff.substitutions();
  }

  public List<StaffChanges.Term> getSecondments() {
    return staff.secondments();
  }

  /** Director and deputies with their names. */
  public String leaders(TreeNode node) {
    return node.leaders().stream()
        .map(
            leader ->
                words.of(
                        leader.director()
                            ? "organisation.post.DIRECTOR"
                            : "organisation.post.DEPUTY")
                    + " "
                    + leader.name())
        .collect(Collectors.joining(", "));
  }

  public String kind(TreeNode node) {
    return words.of("organisation.kind." + node.kind());
  }

  /** How many bodies of which kinds lie right below, such as "2 điểm tiếp nhận, 1 ki-ốt". */
  public String below(TreeNode node) {
    Map<UnitKind, Long> kinds =
        getTree().stream()
            .filter(one -> node.code().equals(one.parent()))
            .collect(Collectors.groupingBy(TreeNode::kind, TreeMap::new, Collectors.counting()));
    return kinds.entrySet().stream()
        .map(one -> one.getValue() + " " + words.of("organisation.kind." + one.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** Deeper bodies stand further right, joined to the one above. */
  public String indent(TreeNode node) {
    return (node.depth() > 0 ? "branch-line " : "") + "depth-" + Math.min(4, node.depth());
  }

  public List<UnitKind> getKinds() {
    return KINDS;
  }

  public List<StaffChanges.Kind> getStaffKinds() {
    return Arrays.asList(StaffChanges.Kind.values());
  }

  public String day(LocalDate day) {
    return day == null ? "" : words.getNotation().day(day);
  }

  public Map<String, String> getTyped() {
    return typed;
  }

  public String getError() {
    return error;
  }
}
