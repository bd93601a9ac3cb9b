package vn.motcua.web.rest;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import java.util.Arrays;

/**
 * What a program said in a JSON object. What is not there is told as nothing, so that the service
 * says what is missing; a value of another kind is the program's fault.
 */
record Said(JsonObject json) {

  static Said in(String body) {
    return new Said(IntakeJson.object(body));
  }

  /** Empty where there is none. */
  String text(String name) {
    if (missing(name)) {
      return "";
    }
    if (json.get(name) instanceof JsonString text) {
      return text.getString();
    }
    throw new BadRequestException(name);
  }

  boolean has(String name) {
    return !text(name).isEmpty();
  }

  /** Null where there is none; a fraction is no number here. */
  Long number(String name) {
    if (missing(name)) {
      return null;
    }
    try {
      if (json.get(name) instanceof JsonNumber number) {
        return number.longValueExact();
      }
      throw new BadRequestException(name);
    } catch (ArithmeticException e) {
      throw new BadRequestException(e);
    }
  }

  private boolean missing(String name) {
    return !json.containsKey(name) || json.isNull(name);
  }

  /** 0 where there is none. */
  long numberOr0(String name) {
    Long number = number(name);
    return number == null ? 0 : number;
  }

  /** 0 where there is none. */
  int whole(String name) {
    try {
      return Math.toIntExact(numberOr0(name));
    } catch (ArithmeticException e) {
      throw new BadRequestException(e);
    }
  }

  /** False where there is none. */
  boolean yes(String name) {
    return JsonValue.TRUE.equals(json.get(name));
  }

  /** Null where nothing is said of it. */
  Boolean choice(String name) {
    return missing(name) ? null : Boolean.valueOf(yes(name));
  }

  /** Null where it is none of them. */
  <E extends Enum<E>> E one(Class<E> kind, String name) {
    String wanted = text(name);
    return Arrays.stream(kind.getEnumConstants())
        .filter(constant -> constant.name().equals(wanted))
        .findFirst()
        .orElse(null);
  }
}
