package vn.motcua.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The menu offers each role the pages that web.xml lets it into. */
class MenuTest {

  private static final Pattern ROLE = Pattern.compile("signedIn\\.has\\('([A-Z_]+)'\\)");
  private static final Set<String> ALL =
      Set.of(
          "CLERK", "OFFICER", "BRANCH_DIRECTOR", "LEADER", "REPORTER", "ADMINISTRATOR", "AUDITOR");
  private static final Map<String, Set<String>> NAMED =
      Map.of(
          "signedIn.leading",
          Set.of("LEADER", "BRANCH_DIRECTOR", "REPORTER", "ADMINISTRATOR", "AUDITOR"),
          "signedIn.hearing",
          Set.of("CLERK", "OFFICER", "BRANCH_DIRECTOR", "LEADER", "REPORTER", "AUDITOR"),
          "signedIn.administrator",
          Set.of("ADMINISTRATOR"));

  @Test
  void nobodyIsOfferedAPageThatRefusesThem() throws Exception {
    Map<String, Set<String>> admitted = admitted();
    offered()
        .forEach(
            (page, roles) ->
                assertThat(admitted.getOrDefault(page, ALL)).as(page).containsAll(roles));
  }

  @Test
  void whatPeopleSayIsOfferedToAllWhoMayReadIt() throws Exception {
    Map<String, Set<String>> admitted = admitted();
    Map<String, Set<String>> offered = offered();
    assertThat(offered).hasSizeGreaterThan(20);
    for (String page : List.of("/feedback", "/petitions", "/ratings", "/board", "/reception")) {
      assertThat(offered.get(page)).as(page).isEqualTo(admitted.get(page));
    }
  }

  private static Map<String, Set<String>> offered() throws Exception {
    Document template = read("src/main/webapp/WEB-INF/templates/page.xhtml");
    Map<String, Set<String>> offered = new HashMap<>();
    for (Element entry : elements(template.getElementsByTagName("m:navigation"))) {
      Set<String> roles = new TreeSet<>(ALL);
      for (Node above = entry.getParentNode(); above instanceof Element outer; ) {
        if ("ui:fragment".equals(outer.getTagName())) {
          roles.retainAll(meant(outer.getAttribute("rendered")));
        }
        above = outer.getParentNode();
      }
      offered.merge(
          entry.getAttribute("to"),
          roles,
          (one, other) -> {
            one.addAll(other);
            return one;
          });
    }
    return offered;
  }

  private static Set<String> meant(String rendered) {
    if (rendered.equals("#{not empty signedIn.login}")) {
      return ALL;
    }
    Set<String> roles = new TreeSet<>();
    for (String part : rendered.replaceAll("^#\\{|}$", "").split(" or ")) {
      var role = ROLE.matcher(part);
      if (role.matches()) {
        roles.add(role.group(1));
      } else {
        assertThat(NAMED).containsKey(part);
        roles.addAll(NAMED.get(part));
      }
    }
    return roles;
  }

  /** By the page's path; a page without a constraint of its own is for all who are signed in. */
  private static Map<String, Set<String>> admitted() throws Exception {
    Map<String, Set<String>> admitted = new HashMap<>();
    Document web = read("src/main/webapp/WEB-INF/web.xml");
    for (Element one : elements(web.getElementsByTagName("security-constraint"))) {
      Set<String> roles = new TreeSet<>();
      elements(one.getElementsByTagName("role-name")).forEach(r -> roles.add(r.getTextContent()));
      roles.retainAll(ALL);
      if (!roles.isEmpty()) {
        elements(one.getElementsByTagName("url-pattern"))
            .forEach(pattern -> admitted.put(pattern.getTextContent().strip(), roles));
      }
    }
    return admitted;
  }

  private static Document read(String path) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return builder.parse(Path.of(path).toFile());
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .map(Element.class::cast)
        .toList();
  }
}
