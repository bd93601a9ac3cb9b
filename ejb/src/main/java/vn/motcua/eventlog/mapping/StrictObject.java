package vn.motcua.eventlog.mapping;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.motcua.eventlog.failure.InvalidMapping;

/**
 * A JSON object read strictly: every property is asked for by name, what is left over is an error,
 * and errors are collected instead of thrown, so that a person sees all of them at once.
 */
final class StrictObject {

  private final JsonObject json;
  private final String path;
  private final List<InvalidMapping.Error> errors;
  private final Set<String> known = new TreeSet<>();

  StrictObject(JsonObject json, String path, List<InvalidMapping.Error> errors) {
    this.json = json;
    this.path = path;
    this.errors = errors;
  }

  void error(String property, String code, Object detail) {
    errors.add(new InvalidMapping.Error(at(property), code, String.valueOf(detail)));
  }

  boolean has(String property) {
    known.add(property);
    return json.containsKey(property) && json.get(property) != JsonValue.NULL;
  }

  /** The text, or null where it is absent. */
  String text(String property) {
    if (!has(property)) {
      return null;
    }
    if (json.get(property) instanceof JsonString string) {
      return string.getString();
    }
    error(property, "not-text", json.get(property));
    return null;
  }

  String requiredText(String property) {
    if (!has(property)) {
      error(property, "required", "");
      return null;
    }
    String text = text(property);
    if (text != null && text.isBlank()) {
      error(property, "blank", "");
    }
    return text;
  }

  /** The number, or null where it is absent or outside the bounds. */
  Double number(String property, double least, double most) {
    if (!has(property)) {
      return null;
    }
    if (json.get(property) instanceof JsonNumber number
        && number.doubleValue() >= least
        && number.doubleValue() <= most) {
      return number.doubleValue();
    }
    error(property, "not-number-between", least + " … " + most);
    return null;
  }

  /** A whole number, or null where it is absent or outside the bounds. */
  Integer integer(String property, int least, int most) {
    if (!has(property)) {
      return null;
    }
    if (json.get(property) instanceof JsonNumber number
        && number.isIntegral()
        && number.bigDecimalValue().compareTo(java.math.BigDecimal.valueOf(least)) >= 0
        && number.bigDecimalValue().compareTo(java.math.BigDecimal.valueOf(most)) <= 0) {
      return number.intValue();
    }
    error(property, "not-integer-between", least + " … " + most);
    return null;
  }

  Character character(String property, Character otherwise) {
    known.add(property);
    if (!json.containsKey(property)) {
      return otherwise;
    }
    String text = text(property);
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (text.length() != 1) {
      error(property, "not-one-character", text);
      return otherwise;
    }
    return text.charAt(0);
  }

  List<String> texts(String property) {
    if (!has(property)) {
      return List.of();
    }
    if (json.get(property) instanceof JsonArray array
        && array.stream().allMatch(JsonString.class::isInstance)) {
      return array.getValuesAs(JsonString::getString);
    }
    error(property, "not-texts", json.get(property));
    return List.of();
  }

  Set<String> textSet(String property) {
    return new LinkedHashSet<>(texts(property));
  }

  /** One of the names of an enum, in any case of letters; null where absent or none of them. */
  <E extends Enum<E>> E oneOf(String property, Class<E> type) {
    return constant(property, text(property), type);
  }

  <E extends Enum<E>> Map<String, E> constants(String property, Class<E> type) {
    Map<String, E> all = new LinkedHashMap<>();
    StrictObject object = object(property);
    if (object != null) {
      for (String key : object.json.keySet()) {
        E value = object.oneOf(key, type);
        if (value != null) {
          all.put(key, value);
        }
      }
    }
    return all;
  }

  /** The object, or null where it is absent or something else. */
  StrictObject object(String property) {
    if (!has(property)) {
      return null;
    }
    if (json.get(property) instanceof JsonObject object) {
      return new StrictObject(object, at(property), errors);
    }
    error(property, "not-object", json.get(property));
    return null;
  }

  List<StrictObject> objects(String property) {
    List<StrictObject> all = new ArrayList<>();
    if (!has(property)) {
      return all;
    }
    if (!(json.get(property) instanceof JsonArray array)
        || !array.stream().allMatch(JsonObject.class::isInstance)) {
      error(property, "not-objects", json.get(property));
      return all;
    }
    for (int i = 0; i < array.size(); i++) {
      all.add(new StrictObject(array.getJsonObject(i), at(property) + "[" + i + "]", errors));
    }
    return all;
  }

  /** Names every property that nobody asked for. */
  void finish() {
    for (String property : json.keySet()) {
      if (!known.contains(property)) {
        error(property, "unknown-property", String.join(", ", known));
      }
    }
  }

  private <E extends Enum<E>> E constant(String property, String text, Class<E> type) {
    if (text == null) {
      return null;
    }
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(text.toUpperCase(Locale.ROOT))) {
        return value;
      }
    }
    error(property, "not-one-of", Arrays.toString(type.getEnumConstants()));
    return null;
  }

  private String at(String property) {
    return path.isEmpty() ? property : property.isEmpty() ? path : path + "." + property;
  }
}
