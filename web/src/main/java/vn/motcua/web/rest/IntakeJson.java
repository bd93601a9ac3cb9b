package vn.motcua.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.motcua.catalogue.ProcedureComponent;
import vn.motcua.dossier.Channel;
import vn.motcua.reception.Custody;
import vn.motcua.reception.DossierEntry;
import vn.motcua.reception.Finding;
import vn.motcua.reception.IntakeFailure;
import vn.motcua.reception.IntakePreview;
import vn.motcua.reception.IntakeRequest;
import vn.motcua.reception.IntakeResult;
import vn.motcua.reception.KnownPerson;
import vn.motcua.reception.PaperEntry;
import vn.motcua.reception.PersonEntry;
import vn.motcua.reception.ReturnChannel;

/** Visits as JSON: what the form sends and what it is told. */
final class IntakeJson {

  private IntakeJson() {}

  static JsonObject object(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException | IllegalStateException e) {
      throw new BadRequestException(e);
    }
  }

  /** Wrong kinds of values are a programme's fault and refused as a whole. */
  static IntakeRequest request(JsonObject json) {
    try {
      UUID id = UUID.fromString(text(json, "requestId"));
      List<PersonEntry> owners = new ArrayList<>();
      for (JsonValue owner : array(json, "owners")) {
        owners.add(person(owner.asJsonObject()));
      }
      List<DossierEntry> dossiers = new ArrayList<>();
      for (JsonValue dossier : array(json, "dossiers")) {
        dossiers.add(dossier(dossier.asJsonObject()));
      }
      return new IntakeRequest(
          id,
          id,
          json.getInt("branchId"),
          owners,
          optionalPerson(json, "submitter"),
          optionalPerson(json, "authorised"),
          text(json, "authorityScope"),
          date(json, "authorityUntil"),
          optionalPerson(json, "receiver"),
          dossiers);
    } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
  }

  static DossierEntry dossier(JsonObject json) {
    try {
      Map<String, Boolean> answers = new HashMap<>();
      if (json.get("answers") instanceof JsonObject given) {
        given.forEach((question, answer) -> answers.put(question, answer == JsonValue.TRUE));
      }
      List<PaperEntry> papers = new ArrayList<>();
      for (JsonValue paper : array(json, "papers")) {
        papers.add(paper(paper.asJsonObject()));
      }
      return new DossierEntry(
          text(json, "procedure"),
          Channel.valueOf(json.getString("channel", Channel.DIRECT.name())),
          number(json, "communeId"),
          text(json, "summary"),
          json.getInt("copies", 1),
          ReturnChannel.valueOf(json.getString("returnChannel", ReturnChannel.COUNTER.name())),
          answers,
          papers,
          text(json, "externalCode"));
    } catch (ClassCastException | IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
  }

  private static PaperEntry paper(JsonObject json) {
    String file = text(json, "fileId");
    return new PaperEntry(
        text(json, "component"),
        text(json, "name"),
        Custody.valueOf(json.getString("custody")),
        json.getInt("originals", 0),
        json.getInt("certified", 0),
        json.getInt("copies", 0),
        file.isEmpty() ? null : UUID.fromString(file),
        json.get("heldId") instanceof JsonNumber held ? Long.valueOf(held.longValue()) : null,
        text(json, "askedAgain"));
  }

  private static PersonEntry optionalPerson(JsonObject json, String name) {
    return json.get(name) instanceof JsonObject person ? person(person) : null;
  }

  static PersonEntry person(JsonObject json) {
    return new PersonEntry(
        json.getBoolean("organisation", false),
        text(json, "fullName"),
        text(json, "nationalId"),
        text(json, "enterpriseId"),
        text(json, "noPapersReason"),
        date(json, "birthDate"),
        text(json, "phone"),
        text(json, "email"),
        text(json, "address"),
        number(json, "communeId"),
        json.getBoolean("nameConfirmed", false));
  }

  static String text(JsonObject json, String name) {
    return json.get(name) instanceof JsonString text ? text.getString() : "";
  }

  private static JsonArray array(JsonObject json, String name) {
    return json.get(name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
  }

  private static LocalDate date(JsonObject json, String name) {
    String text = text(json, name);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new BadRequestException(e);
    }
  }

  static Integer number(JsonObject json, String name) {
    return json.get(name) instanceof JsonNumber number ? Integer.valueOf(number.intValue()) : null;
  }

  static JsonObject of(IntakeResult result) {
    JsonArrayBuilder dossiers = Json.createArrayBuilder();
    result
        .dossiers()
        .forEach(
            dossier ->
                dossiers.add(
                    Json.createObjectBuilder()
                        .add("id", dossier.id())
                        .add("code", dossier.code())
                        .add("dueAt", dossier.dueAt().toString())));
    return Json.createObjectBuilder()
        .add("visitId", result.visitId())
        .add("receiptCode", result.receiptCode())
        .add("repeated", result.repeated())
        .add("dossiers", dossiers)
        .build();
  }

  static JsonArray of(List<Finding> findings, Locale language) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    findings.forEach(
        finding ->
            all.add(
                Json.createObjectBuilder()
                    .add("path", finding.path())
                    .add("code", finding.code())
                    .add("warning", finding.warning())
                    .add("message", finding.message(language))));
    return all.build();
  }

  /** A refused visit: the problem with everything that is wrong. */
  static Response refusal(IntakeFailure.Refused refused, Locale language) {
    Response problem =
        Problem.of(refused.httpStatus(), refused.code(), refused.message(language), language);
    JsonObject body =
        Json.createObjectBuilder(object(problem.getEntity().toString()))
            .add("findings", of(refused.findings(), language))
            .build();
    return Response.fromResponse(problem).entity(body.toString()).build();
  }

  static JsonObject of(KnownPerson person) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("fullName", person.fullName())
            .add("birthDate", person.birthDate() == null ? "" : person.birthDate().toString())
            .add("phone", person.phone())
            .add("email", person.email())
            .add("address", person.address())
            .add("population", person.population());
    if (person.communeId() != null) {
      json.add("communeId", person.communeId());
    }
    return json.build();
  }

  static JsonObject of(IntakePreview preview, Locale language) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("title", preview.title())
            .add("agency", preview.agency())
            .add("delegatedTo", preview.delegatedTo())
            .add("byCommune", preview.byCommune())
            .add("elsewhere", preview.elsewhere())
            .add("feeNote", preview.feeNote());
    if (preview.fee() != null) {
      json.add("fee", preview.fee());
    }
    if (preview.due() != null) {
      json.add(
          "due",
          Json.createObjectBuilder()
              .add("at", preview.due().due().toString())
              .add("provisional", preview.due().provisional())
              .add("reasons", Json.createArrayBuilder(preview.due().explanation()))
              .add("calendar", preview.due().calendarVersion()));
    }
    JsonArrayBuilder questions = Json.createArrayBuilder();
    preview
        .questions()
        .forEach(
            question ->
                questions.add(
                    Json.createObjectBuilder()
                        .add("code", question.code())
                        .add("text", question.text(language))));
    return json.add("questions", questions)
        .add("asked", components(preview.asked()))
        .add("held", components(preview.held()))
        .add("findings", of(preview.findings(), language))
        .build();
  }

  private static JsonArrayBuilder components(List<ProcedureComponent> components) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    components.forEach(
        component ->
            all.add(
                Json.createObjectBuilder()
                    .add("code", component.code())
                    .add("name", component.name())
                    .add("required", component.required())
                    .add("heldSource", component.heldSource())));
    return all;
  }
}
