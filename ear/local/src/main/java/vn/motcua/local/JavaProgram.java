package vn.motcua.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Java program that runs on the launcher's own JDK and class path. */
final class JavaProgram {
  private JavaProgram() {}

  /** From this version on the JVM warns of calls that Kafka and Flink still make. */
  private static final int WARNS_OF_UNSAFE_MEMORY = 24;

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static List<String> line(List<String> jvmOptions, String mainClass, String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(java());
    line.addAll(jvmOptions);
    line.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= WARNS_OF_UNSAFE_MEMORY) {
      line.add("--sun-misc-unsafe-memory-access=allow");
    }
    line.add("-Duser.timezone=UTC");
    line.add("-Djava.awt.headless=true");
    line.add("-Dlog4j2.configurationFile=classpath:vn/motcua/local/server-log4j2.properties");
    line.addAll(List.of("-classpath", System.getProperty("java.class.path"), mainClass));
    line.addAll(List.of(arguments));
    return line;
  }
}
