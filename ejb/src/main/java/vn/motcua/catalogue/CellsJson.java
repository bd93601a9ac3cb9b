package vn.motcua.catalogue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Cells as JSON. */
final class CellsJson {

  private CellsJson() {}

  static String write(Map<String, String> cells) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    cells.forEach(
        (column, text) -> {
          if (!text.isEmpty()) {
            json.add(column, text);
          }
        });
    return json.build().toString();
  }

  static Map<String, String> read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      Map<String, String> cells = new LinkedHashMap<>();
      json.keySet().forEach(column -> cells.put(column, json.getString(column)));
      return cells;
    }
  }
}
