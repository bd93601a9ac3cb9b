package vn.motcua.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Settings of a Payara domain, changed in its file before the first boot: asadmin would need a
 * running server and a JVM of its own for each.
 */
final class PayaraDomain {
  private static final String SERVER = "//config[@name='server-config']";
  private static final int HTTP_THREADS = 32;
  private static final String LOOPBACK = "127.0.0.1";

  private final Path folder;

  PayaraDomain(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes a fresh domain out of the distribution's own.
   *
   * @param jvmOptions options that replace Payara's own for memory
   */
  void create(Path payaraHome, Ports ports, String httpAddress, List<String> jvmOptions, Path logs)
      throws IOException {
    Folders.delete(folder);
    Files.createDirectories(folder.getParent());
    Folders.copy(payaraHome.resolve("glassfish/domains/domain1"), folder);
    Path file = folder.resolve("config/domain.xml");
    Document document = read(file);
    listeners(document, ports, httpAddress);
    memory(document, jvmOptions);
    quiet(document);
    write(document, file);
    logging(logs.resolve("payara-server.log"));
    ExpiredCertificates.remove(folder.resolve("config/cacerts.p12"));
  }

  private static void listeners(Document document, Ports ports, String httpAddress) {
    set(document, "//network-listener[@name='http-listener-1']", "address", httpAddress);
    set(document, "//network-listener[@name='http-listener-1']", "port", ports.http());
    // Five, the default, is a branch's counters, not a city's.
    set(document, "//thread-pool[@name='http-thread-pool']", "max-thread-pool-size", HTTP_THREADS);
    set(document, "//network-listener[@name='http-listener-2']", "enabled", false);
    set(document, "//network-listener[@name='admin-listener']", "address", LOOPBACK);
    set(document, "//network-listener[@name='admin-listener']", "port", ports.payaraAdmin());
    set(document, "//iiop-listener", "address", LOOPBACK);
    set(document, "//iiop-listener[@id='orb-listener-1']", "port", ports.payaraObjectBroker());
    set(document, "//iiop-listener[starts-with(@id,'SSL')]", "enabled", false);
    set(document, "//jmx-connector", "enabled", false);
  }

  private static void memory(Document document, List<String> jvmOptions) {
    Element java = all(document, SERVER + "/java-config").getFirst();
    for (Element option : all(document, SERVER + "/java-config/jvm-options")) {
      String text = option.getTextContent();
      if (text.startsWith("-Xmx") || text.startsWith("-XX:NewRatio")) {
        java.removeChild(option);
      }
      if (text.startsWith("-Dorg.glassfish.additionalOSGiBundlesToStart")) {
        // Without the remote shell and its open port.
        option.setTextContent(
            "-Dorg.glassfish.additionalOSGiBundlesToStart=org.apache.felix.fileinstall");
      }
    }
    for (String option : jvmOptions) {
      Element added = document.createElement("jvm-options");
      added.setTextContent(option);
      java.appendChild(added);
    }
  }

  /** No cluster with other servers on the network, no message broker. */
  private static void quiet(Document document) {
    set(document, SERVER + "/hazelcast-config-specific-configuration", "enabled", false);
    Element messaging = document.createElement("jms-service");
    messaging.setAttribute("type", "DISABLED");
    messaging.setAttribute("default-jms-host", "none");
    Element host = document.createElement("jms-host");
    host.setAttribute("name", "none");
    host.setAttribute("host", LOOPBACK);
    messaging.appendChild(host);
    all(document, SERVER).getFirst().appendChild(messaging);
  }

  private void logging(Path serverLog) throws IOException {
    Path file = folder.resolve("config/logging.properties");
    Map<String, String> changes =
        Map.of(
            "handlers", "",
            "com.sun.enterprise.server.logging.GFFileHandler.file", serverLog.toString(),
            "com.sun.enterprise.server.logging.GFFileHandler.rotationLimitInBytes", "10000000",
            "com.sun.enterprise.server.logging.GFFileHandler.maxHistoryFiles", "2");
    List<String> lines = new ArrayList<>();
    Files.readAllLines(file).forEach(line -> lines.add(changed(line, changes)));
    // The Kafka client tells its whole configuration whenever it is made.
    lines.add("org.apache.kafka.level=WARNING");
    Files.write(file, lines);
  }

  private static String changed(String line, Map<String, String> changes) {
    int equals = line.indexOf('=');
    String key = equals < 0 ? line : line.substring(0, equals);
    return changes.containsKey(key) ? key + "=" + changes.get(key) : line;
  }

  private static void set(Document document, String path, String attribute, Object value) {
    String inServer = path.startsWith(SERVER) ? path : SERVER + path;
    for (Element element : all(document, inServer)) {
      element.setAttribute(attribute, value.toString());
    }
  }

  private static List<Element> all(Document document, String path) {
    try {
      NodeList nodes =
          (NodeList)
              XPathFactory.newInstance()
                  .newXPath()
                  .evaluate(path, document, XPathConstants.NODESET);
      return java.util.stream.IntStream.range(0, nodes.getLength())
          .mapToObj(i -> (Element) nodes.item(i))
          .toList();
    } catch (javax.xml.xpath.XPathExpressionException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  private static Document read(Path file) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException e) {
      throw new IOException(e);
    }
  }

  private static void write(Document document, Path file) throws IOException {
    try {
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(file.toFile()));
    } catch (javax.xml.transform.TransformerException e) {
      throw new IOException(e);
    }
  }
}
