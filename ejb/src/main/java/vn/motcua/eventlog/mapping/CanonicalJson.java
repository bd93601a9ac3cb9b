package vn.motcua.eventlog.mapping;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.TreeSet;

/**
 * A mapping's text without what does not matter: white space and the order of properties. Two texts
 * with the same canonical form are the same mapping.
 */
public final class CanonicalJson {

  private CanonicalJson() {}

  /**
   * @throws vn.motcua.eventlog.failure.InvalidMapping when it is no JSON object
   */
  public static String of(String json) {
    return sorted(MappingReader.document(json)).toString();
  }

  private static JsonValue sorted(JsonValue value) {
    return switch (value) {
      case JsonObject object -> {
        JsonObjectBuilder builder = Json.createObjectBuilder();
        new TreeSet<>(object.keySet()).forEach(key -> builder.add(key, sorted(object.get(key))));
        yield builder.build();
      }
      case JsonArray array -> {
        JsonArrayBuilder builder = Json.createArrayBuilder();
        array.forEach(item -> builder.add(sorted(item)));
        yield builder.build();
      }
      default -> value;
    };
  }
}
