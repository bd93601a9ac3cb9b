package vn.motcua.web.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Mappings to start from; each is a valid one. */
public enum MappingExample {
  XES_CASE_ATTRIBUTES("xes-case-attributes"),
  CSV_EVENTS("csv-events"),
  CSV_CASES("csv-cases");

  private final String code;

  MappingExample(String code) {
    this.code = code;
  }

  public String getCode() {
    return code;
  }

  /** The JSON text. */
  public String getText() {
    try (InputStream json = MappingExample.class.getResourceAsStream(code + ".json")) {
      return new String(json.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them, for pages. */
  @Named("mappingExamples")
  @ApplicationScoped
  public static class All {

    public MappingExample[] getList() {
      return MappingExample.values();
    }
  }
}
