package vn.motcua.it.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.motcua.identity.InventedPeople;
import vn.motcua.identity.InventedPerson;

/** A clerk's counter, through the interface: one press of "Tiếp nhận" after another. */
public final class Counter {

  private static final String PROCEDURE = "2.000635";
  private static final String BRANCH = "cn-tay-ho";

  private final Api api;
  private final List<Integer> branches;
  private final List<Integer> communes;
  private final Iterator<InventedPerson> people;

  /** Signs in with every request, so that it outlives a restart of the server. */
  public Counter() {
    this(new Api(RunningSystem.platform().httpUrl()).as(clerk()));
  }

  /** In a session, as the page is. */
  public static Counter inSession() {
    return new Counter(new Api(RunningSystem.platform().httpUrl()).inSessionOf(clerk()));
  }

  private static Account clerk() {
    return new Api(RunningSystem.platform().httpUrl()).demoAccountOf("tiepnhan.tayho");
  }

  /** In a session, at every branch of the city in turn. The clerk may do so from then on. */
  public static Counter ofTheCity() {
    Account clerk = clerk();
    Database.change("update account set whole_city = true where login = '" + clerk.login() + "'");
    return new Counter(
        new Api(RunningSystem.platform().httpUrl()).inSessionOf(clerk), "kind = 'BRANCH'");
  }

  private Counter(Api api) {
    this(api, "code = '" + BRANCH + "'");
  }

  private Counter(Api api, String where) {
    this.api = api;
    branches = new ArrayList<>(bodies(where));
    communes = bodies("kind = 'COMMUNE' and valid_from >= '2025-07-01'");
    people = Stream.generate(new InventedPeople(77)::next).iterator();
  }

  private static List<Integer> bodies(String where) {
    return Stream.of(
            Database.text(
                    "select string_agg(coalesce(lineage_id, id)::text, ' ') from unit"
                        + " where dataset_id = 1 and valid_to = 'infinity' and "
                        + where)
                .split(" "))
        .map(Integer::valueOf)
        .toList();
  }

  /** The body of the next request. Not for several threads. */
  public String next() {
    InventedPerson person = people.next();
    int commune = communes.get(Math.floorMod(person.nationalId().hashCode(), communes.size()));
    Collections.rotate(branches, 1);
    return """
        {"requestId": "%s", "branchId": %d,
         "owners": [{"fullName": "%s", "nationalId": "%s", "birthDate": "%s", "phone": "%s",
                     "communeId": %d}],
         "dossiers": [{"procedure": "%s", "channel": "DIRECT",
                       "papers": [{"component": "to-khai", "custody": "KEPT", "originals": 1},
                                  {"component": "giay-to-tuy-than", "custody": "SEEN_RETURNED", "originals": 1}]}]}
        """
        .formatted(
            UUID.randomUUID(),
            branch(),
            person.fullName(),
            person.nationalId(),
            person.birthDate(),
            person.phone(),
            commune,
            PROCEDURE);
  }

  /** The answer to a press of "Tiếp nhận". */
  public Api.Answer press(String body) {
    return api.post("api/v1/reception/visits", BodyPublishers.ofString(body), "application/json");
  }

  /** The clerk's way to the interface. */
  public Api api() {
    return api;
  }

  /** The branch's body; at all of them, that of the last request. */
  public int branch() {
    return branches.getFirst();
  }

  /** Receives; the dossier's id. */
  public long receive(String body) {
    Api.Answer answer = press(body);
    if (answer.status() != 201) {
      throw new IllegalStateException(answer.status() + " " + answer.text());
    }
    JsonNode dossiers = answer.json().get("dossiers");
    return dossiers.get(0).get("id").asLong();
  }
}
