package vn.motcua.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Java program that runs on the launcher's own JDK and class path. */
final class JavaProgram {
  private JavaProgram() {}

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static List<String> line(List<String> jvmOptions, String mainClass, String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(java());
    line.addAll(jvmOptions);
    line.add("-Duser.timezone=UTC");
    line.add("-Djava.awt.headless=true");
    line.add("-Dlog4j2.configurationFile=classpath:vn/motcua/local/server-log4j2.properties");
    line.addAll(List.of("-classpath", System.getProperty("java.class.path"), mainClass));
    line.addAll(List.of(arguments));
    return line;
  }
}
