package vn.motcua.eventlog.mapping;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.motcua.eventlog.failure.InvalidMapping;
import vn.motcua.events.Channel;
import vn.motcua.events.CloseReason;

/**
 * Makes an {@link EventLogMapping} from JSON. Nothing is guessed: a property it does not know is an
 * error by name. Defaults exist only for the keys that the XES standard itself defines.
 */
public final class MappingReader {

  /** More text than this is no mapping. */
  public static final int LONGEST = 200_000;

  private enum MissingDue {
    REFUSE,
    UNDATED,
    ALLOWANCE
  }

  private enum DayUnit {
    CALENDAR_DAYS
  }

  private enum DueDay {
    START_OF_DAY,
    END_OF_DAY
  }

  private enum SameTrace {
    REFUSE,
    MERGE
  }

  private final List<InvalidMapping.Error> errors = new ArrayList<>();

  private MappingReader() {}

  /**
   * @throws InvalidMapping with every error at once
   */
  public static EventLogMapping read(String json) {
    MappingReader reader = new MappingReader();
    EventLogMapping mapping = reader.mapping(document(json));
    if (!reader.errors.isEmpty()) {
      throw new InvalidMapping(reader.errors);
    }
    return mapping;
  }

  /**
   * The document itself, in NFC like every text that comes in.
   *
   * @throws InvalidMapping when it is no JSON object, too long, or names a property twice
   */
  static JsonObject document(String json) {
    if (json == null || json.isBlank()) {
      throw new InvalidMapping(List.of(new InvalidMapping.Error("", "absent", "")));
    }
    if (json.length() > LONGEST) {
      throw new InvalidMapping(
          List.of(new InvalidMapping.Error("", "too-long", String.valueOf(LONGEST))));
    }
    Map<String, ?> strict = Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE);
    String text = Normalizer.normalize(json, Normalizer.Form.NFC);
    try (JsonReader reader =
        Json.createReaderFactory(strict).createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException | IllegalStateException malformed) {
      throw new InvalidMapping(
          List.of(new InvalidMapping.Error("", "not-json", malformed.getMessage())));
    }
  }

  private EventLogMapping mapping(JsonObject json) {
    StrictObject root = new StrictObject(json, "", errors);
    LogFormat format = root.oneOf("format", LogFormat.class);
    if (format == null && !root.has("format")) {
      root.error("format", "required", "XES, CSV");
    }
    ZoneId zone = zone(root);
    MomentFormat moments = moments(root, zone);
    Source.EventAttribute timestamp =
        SourceReader.perEvent(root, "timestamp", xes(format, "time:timestamp"));
    Source.EventAttribute activity =
        SourceReader.perEvent(root, "activity", xes(format, "concept:name"));
    if (timestamp != null && activity == null && format != null && !root.has("activity")) {
      root.error("activity", "required", "");
    }
    SourceReader sources = new SourceReader(format, timestamp != null, moments);
    Source received = sources.moment(root, "received");
    if (received == null && timestamp == null && format != null && !root.has("received")) {
      root.error("received", "required-without-timestamp", "");
    }
    List<CloseRule> closed = closed(root, sources);
    if (!root.has("finished") && closed.isEmpty()) {
      root.error("finished", "finish-or-closed", "");
    }
    Double tolerated = root.number("toleratedRefusal", 0, 1);
    EventLogMapping mapping =
        new EventLogMapping(
            root.text("name"),
            format,
            zone,
            csv(root, format),
            sources.caseId(root, "caseId"),
            activity,
            timestamp,
            SourceReader.perEvent(root, "actor", xes(format, "org:resource")),
            received,
            sources.moment(root, "due"),
            sources.moment(root, "finished"),
            closed,
            root.has("negativeResult")
                ? marker(root.object("negativeResult"), sources, true)
                : null,
            unit(root, sources, format),
            sources.text(root, "field"),
            channel(root, sources),
            noDueDate(root),
            root.oneOf("dueDateWithoutTime", DueDay.class) == DueDay.START_OF_DAY,
            moments,
            root.textSet("missing"),
            root.oneOf("sameTraceId", SameTrace.class) == SameTrace.MERGE,
            tolerated == null ? 0.5 : tolerated);
    if (mapping.caseId() instanceof Source.EventAttribute
        && !new MappedAttributes(mapping).ofCases().isEmpty()
        && format == LogFormat.XES) {
      root.error("caseId", "case-attributes-need-traces", "");
    }
    root.finish();
    return mapping;
  }

  private static String xes(LogFormat format, String key) {
    return format == LogFormat.XES ? key : null;
  }

  private static ZoneId zone(StrictObject root) {
    String text = root.requiredText("zone");
    try {
      return text == null ? null : ZoneId.of(text);
    } catch (DateTimeException unknown) {
      root.error("zone", "unknown-zone", text);
      return null;
    }
  }

  private static MomentFormat moments(StrictObject root, ZoneId zone) {
    List<String> patterns = root.texts("dateFormats");
    String language = root.text("language");
    // A wrong zone is an error of its own; the formats are looked at all the same.
    ZoneId used = zone == null ? ZoneOffset.UTC : zone;
    Locale locale = Locale.forLanguageTag(language == null ? "en" : language);
    List<String> readable = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      try {
        new MomentFormat(List.of(patterns.get(i)), locale, used);
        readable.add(patterns.get(i));
      } catch (IllegalArgumentException wrong) {
        root.error("dateFormats[" + i + "]", "not-a-format", patterns.get(i));
      }
    }
    return new MomentFormat(readable, locale, used);
  }

  private static CsvDialect csv(StrictObject root, LogFormat format) {
    if (format != LogFormat.CSV) {
      if (root.has("csv") && format == LogFormat.XES) {
        root.error("csv", "only-for-csv", "");
      }
      return null;
    }
    StrictObject object = root.object("csv");
    if (object == null) {
      return new CsvDialect(',', '"', null, StandardCharsets.UTF_8, List.of());
    }
    Character separator = object.character("separator", ',');
    Character quote = object.character("quote", '"');
    Character escape = object.character("escape", null);
    String charset = object.text("charset");
    List<String> columns = object.texts("columns");
    object.finish();
    if (separator == null || separator == '\n' || separator == '\r') {
      object.error("separator", "not-one-character", "");
      separator = ',';
    }
    if (separator.equals(quote) || separator.equals(escape)) {
      object.error("separator", "same-character", separator);
    }
    if (new HashSet<>(columns).size() != columns.size()) {
      object.error("columns", "twice", columns);
    }
    return new CsvDialect(separator, quote, escape, charset(object, charset), columns);
  }

  private static Charset charset(StrictObject object, String name) {
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      object.error("charset", "unknown-charset", name);
      return StandardCharsets.UTF_8;
    }
  }

  private static List<CloseRule> closed(StrictObject root, SourceReader sources) {
    List<CloseRule> rules = new ArrayList<>();
    for (StrictObject object : root.objects("closed")) {
      CloseRule.Marker marker = marker(object, sources, false);
      Source at = sources.moment(object, "at");
      CloseReason reason = object.oneOf("reason", CloseReason.class);
      if (reason == null && !object.has("reason")) {
        object.error("reason", "required", List.of(CloseReason.values()));
      }
      object.finish();
      rules.add(new CloseRule(marker, at, reason));
    }
    return rules;
  }

  private static CloseRule.Marker marker(StrictObject object, SourceReader sources, boolean alone) {
    if (object == null) {
      return null;
    }
    boolean byActivity = object.has("activities");
    boolean byAttribute = object.has("attribute");
    CloseRule.Marker marker = null;
    if (byActivity == byAttribute) {
      object.error("", "attribute-or-activities", "");
    } else if (byActivity) {
      marker = new CloseRule.Marker.Activity(object.textSet("activities"));
    } else {
      marker =
          new CloseRule.Marker.AttributeValue(
              sources.text(object, "attribute"), object.textSet("values"));
      if (object.textSet("values").isEmpty()) {
        object.error("values", "required", "");
      }
    }
    if (alone) {
      object.finish();
    }
    return marker;
  }

  private static Source unit(StrictObject root, SourceReader sources, LogFormat format) {
    if (format == LogFormat.XES && !root.has("unit")) {
      return new Source.EventAttribute("org:group", Pick.FIRST, java.util.Set.of());
    }
    return sources.text(root, "unit");
  }

  private static ChannelRule channel(StrictObject root, SourceReader sources) {
    StrictObject object = root.object("channel");
    if (object == null) {
      return new ChannelRule(null, Map.of(), Channel.OTHER);
    }
    Source from = object.has("from") ? sources.text(object, "from") : null;
    Map<String, Channel> values = object.constants("values", Channel.class);
    Channel otherwise = object.oneOf("otherwise", Channel.class);
    object.finish();
    return new ChannelRule(from, values, otherwise == null ? Channel.OTHER : otherwise);
  }

  private static NoDueDate noDueDate(StrictObject root) {
    StrictObject object = root.object("noDueDate");
    if (object == null) {
      if (!root.has("noDueDate")) {
        root.error("noDueDate", "required", "");
      }
      return null;
    }
    MissingDue rule = object.oneOf("rule", MissingDue.class);
    if (rule == null && !object.has("rule")) {
      object.error("rule", "required", List.of(MissingDue.values()));
    }
    NoDueDate result =
        switch (rule) {
          case REFUSE -> new NoDueDate.Refuse();
          case UNDATED -> new NoDueDate.Undated();
          case ALLOWANCE -> allowance(object);
          case null -> null;
        };
    object.finish();
    return result;
  }

  private static NoDueDate allowance(StrictObject object) {
    Integer days = object.integer("amount", 0, 36_500);
    if (!object.has("amount")) {
      object.error("amount", "required", "");
    }
    DayUnit unit = object.oneOf("unit", DayUnit.class);
    if (unit == null && !object.has("unit")) {
      object.error("unit", "required", List.of(DayUnit.values()));
    }
    return days == null ? null : new NoDueDate.Allowance(days);
  }
}
