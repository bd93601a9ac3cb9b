package vn.motcua.eventlog.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which attributes of the log the case-level parts of a mapping ask for, each once, in order. */
public final class MappedAttributes {

  private final List<String> ofCases;
  private final List<String> ofEvents;
  private final Set<String> activities = new TreeSet<>();

  public MappedAttributes(EventLogMapping mapping) {
    Set<String> cases = new LinkedHashSet<>();
    Set<String> events = new LinkedHashSet<>();
    for (Source source : sources(mapping)) {
      switch (source) {
        case Source.CaseAttribute attribute -> cases.add(attribute.key());
        case Source.EventAttribute attribute -> {
          events.add(attribute.key());
          activities.addAll(attribute.activities());
        }
        case Source.EventTime time -> activities.addAll(time.activities());
        case Source.Constant constant -> {}
      }
    }
    markers(mapping)
        .filter(CloseRule.Marker.Activity.class::isInstance)
        .forEach(marker -> activities.addAll(((CloseRule.Marker.Activity) marker).names()));
    ofCases = new ArrayList<>(cases);
    ofEvents = new ArrayList<>(events);
  }

  /** Of traces. A staged trace carries its values in this order. */
  public List<String> ofCases() {
    return ofCases;
  }

  /** Of events, beside activity, timestamp and actor. A staged event carries them in this order. */
  public List<String> ofEvents() {
    return ofEvents;
  }

  /** Every activity that the mapping names. */
  public Set<String> activities() {
    return activities;
  }

  private static List<Source> sources(EventLogMapping mapping) {
    Stream<Source> moments =
        Stream.concat(
            Stream.of(mapping.received(), mapping.due(), mapping.finished()),
            mapping.closed().stream().map(CloseRule::at));
    Stream<Source> marked =
        markers(mapping)
            .filter(CloseRule.Marker.AttributeValue.class::isInstance)
            .map(marker -> ((CloseRule.Marker.AttributeValue) marker).attribute());
    Stream<Source> texts = Stream.of(mapping.unit(), mapping.field(), mapping.channel().from());
    return Stream.of(moments, marked, texts).flatMap(all -> all).filter(Objects::nonNull).toList();
  }

  private static Stream<CloseRule.Marker> markers(EventLogMapping mapping) {
    return Stream.concat(
            mapping.closed().stream().map(CloseRule::when),
            Stream.ofNullable(mapping.negativeResult()))
        .filter(Objects::nonNull);
  }
}
