package vn.motcua.eventlog.reading;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.motcua.eventlog.failure.LimitExceeded;
import vn.motcua.eventlog.failure.UnreadableFile;

/**
 * Reads XES 1.0 and 2.0 (IEEE 1849). Extensions, globals and classifiers are read over: a global's
 * value is an example of the attribute, not a value for events that lack it. Elements are known by
 * their local name, since logs in the wild carry the old, the new or no namespace. A document type
 * is refused, and with it every entity.
 */
final class XesReader {

  private static final Set<String> ATTRIBUTES =
      Set.of("string", "date", "int", "float", "boolean", "id", "list", "container");

  private final Reader text;
  private final GuardedStream guard;
  private final ImportLimits limits;
  private final WantedKeys wanted;
  private final LogHandler handler;
  private XMLStreamReader xml;
  private int depth;
  private int traces;
  private long events;

  XesReader(
      Reader text,
      GuardedStream guard,
      ImportLimits limits,
      WantedKeys wanted,
      LogHandler handler) {
    this.text = text;
    this.guard = guard;
    this.limits = limits;
    this.wanted = wanted;
    this.handler = handler;
  }

  void read() throws IOException {
    try {
      xml = factory().createXMLStreamReader(text);
      while (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        next();
      }
      if (!"log".equals(xml.getLocalName())) {
        throw new UnreadableFile("not-xes", xml.getLocalName());
      }
      depth = 1;
      log();
      while (xml.hasNext()) {
        next();
      }
    } catch (XMLStreamException malformed) {
      if (malformed.getNestedException() instanceof IOException broken) {
        throw broken;
      }
      throw new UnreadableFile(
          "xml-malformed",
          malformed.getLocation().getLineNumber(),
          malformed.getLocation().getColumnNumber(),
          cause(malformed));
    }
  }

  private static XMLInputFactory factory() {
    // The JDK's own, whatever else lies on the class path: the limits below are tested with it.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entity refused");
        });
    return factory;
  }

  private void log() throws XMLStreamException {
    while (next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        depth++;
        switch (xml.getLocalName()) {
          case "trace" -> trace();
          case "event" -> event(0);
          default -> skip();
        }
        depth--;
      }
    }
  }

  private void trace() throws XMLStreamException {
    traces = Math.addExact(traces, 1);
    if (traces > limits.cases()) {
      throw new LimitExceeded("cases", limits.cases());
    }
    RawTrace trace = new RawTrace(traces, line(), new HashMap<>());
    Counter counter = new Counter();
    boolean told = false;
    while (next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      depth++;
      if ("event".equals(xml.getLocalName())) {
        if (!told) {
          handler.trace(trace);
          told = true;
        }
        event(trace.number());
      } else if (!told) {
        attribute("", wanted.ofTraces(), trace.attributes(), counter);
      } else {
        late(trace, counter);
      }
      depth--;
    }
    if (!told) {
      handler.trace(trace);
    }
  }

  private void late(RawTrace trace, Counter counter) throws XMLStreamException {
    long line = line();
    Map<String, String> found = new HashMap<>();
    attribute("", wanted.ofTraces(), found, counter);
    found.keySet().forEach(key -> handler.lateAttribute(trace, line, key));
  }

  private void event(int trace) throws XMLStreamException {
    events++;
    if (events > limits.events()) {
      throw new LimitExceeded("events", limits.events());
    }
    RawEvent event = new RawEvent(events, line(), trace, new HashMap<>());
    Counter counter = new Counter();
    while (next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        depth++;
        attribute("", wanted.ofEvents(), event.attributes(), counter);
        depth--;
      }
    }
    handler.event(event);
  }

  /** At the start of an attribute; leaves at its end. Of a key given twice the first one counts. */
  private void attribute(String parent, Set<String> keys, Map<String, String> into, Counter counter)
      throws XMLStreamException {
    counter.count++;
    if (counter.count > limits.attributes()) {
      throw new LimitExceeded("attributes", limits.attributes());
    }
    String path = parent;
    if (ATTRIBUTES.contains(xml.getLocalName())) {
      String key = xml.getAttributeValue(null, "key");
      String value = xml.getAttributeValue(null, "value");
      if (key != null) {
        path = parent.isEmpty() ? key : parent + "/" + key;
        if (value != null && keys.contains(path)) {
          into.putIfAbsent(path, value);
        }
      }
    }
    while (next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        depth++;
        attribute(path, keys, into, counter);
        depth--;
      }
    }
  }

  private void skip() throws XMLStreamException {
    int outer = depth;
    while (depth >= outer) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
      if (depth > limits.depth()) {
        throw new LimitExceeded("depth", limits.depth());
      }
    }
    depth = outer;
  }

  private int next() throws XMLStreamException {
    int type = xml.next();
    guard.itemBegins();
    switch (type) {
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw new UnreadableFile("xml-doctype", line());
      case XMLStreamConstants.START_ELEMENT -> {
        if (depth >= limits.depth()) {
          throw new LimitExceeded("depth", limits.depth());
        }
        if (xml.getAttributeCount() > limits.attributes()) {
          throw new LimitExceeded("attributes", limits.attributes());
        }
      }
      default -> {}
    }
    return type;
  }

  private long line() {
    return xml.getLocation().getLineNumber();
  }

  /** The parser's own words, without the place that it puts before them. */
  private static String cause(XMLStreamException malformed) {
    String message = String.valueOf(malformed.getMessage());
    int at = message.indexOf("Message: ");
    return at < 0 ? message : message.substring(at + "Message: ".length());
  }

  private static final class Counter {
    private int count;
  }
}
