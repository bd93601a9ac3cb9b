package vn.motcua.acceptance;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import vn.motcua.reception.PersonEntry;
import vn.motcua.reception.ReturnChannel;

/** What a submission says beside its papers, as it is kept. */
record SubmissionContent(
    PersonEntry owner,
    PersonEntry submitter,
    Integer communeId,
    String summary,
    ReturnChannel returnChannel,
    Map<String, Boolean> answers) {

  static SubmissionContent of(Submission from) {
    return new SubmissionContent(
        from.owner(),
        from.submitter(),
        from.communeId(),
        from.summary(),
        from.returnChannel(),
        from.answers());
  }

  /** The same content gives the same text. */
  String write() {
    JsonObjectBuilder json = Json.createObjectBuilder().add("owner", person(owner));
    if (submitter != null) {
      json.add("submitter", person(submitter));
    }
    if (communeId != null) {
      json.add("communeId", communeId);
    }
    JsonObjectBuilder given = Json.createObjectBuilder();
    new TreeMap<>(answers).forEach(given::add);
    return json.add("summary", summary)
        .add("returnChannel", returnChannel.name())
        .add("answers", given)
        .build()
        .toString();
  }

  static SubmissionContent read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      Map<String, Boolean> answers = new LinkedHashMap<>();
      json.getJsonObject("answers")
          .forEach((question, answer) -> answers.put(question, answer == JsonValue.TRUE));
      return new SubmissionContent(
          person(json.getJsonObject("owner")),
          json.containsKey("submitter") ? person(json.getJsonObject("submitter")) : null,
          number(json, "communeId"),
          json.getString("summary"),
          ReturnChannel.valueOf(json.getString("returnChannel")),
          answers);
    }
  }

  private static JsonObject person(PersonEntry person) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("organisation", person.organisation())
            .add("fullName", person.fullName())
            .add("nationalId", person.nationalId())
            .add("enterpriseId", person.enterpriseId())
            .add("noPapersReason", person.noPapersReason())
            .add("phone", person.phone())
            .add("email", person.email())
            .add("address", person.address());
    if (person.birthDate() != null) {
      json.add("birthDate", person.birthDate().toString());
    }
    if (person.communeId() != null) {
      json.add("communeId", person.communeId());
    }
    return json.build();
  }

  private static PersonEntry person(JsonObject json) {
    return new PersonEntry(
        json.getBoolean("organisation"),
        json.getString("fullName"),
        json.getString("nationalId"),
        json.getString("enterpriseId"),
        json.getString("noPapersReason"),
        json.get("birthDate") instanceof JsonString day ? LocalDate.parse(day.getString()) : null,
        json.getString("phone"),
        json.getString("email"),
        json.getString("address"),
        number(json, "communeId"),
        false);
  }

  private static Integer number(JsonObject json, String name) {
    return json.get(name) instanceof JsonNumber number ? Integer.valueOf(number.intValue()) : null;
  }
}
