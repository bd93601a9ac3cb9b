package vn.motcua.eventlog;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import vn.motcua.eventlog.reading.ImportLimits;

/**
 * How imports are set up at this place. Each property can be given as an environment variable, such
 * as {@code MOTCUA_IMPORT_DIR}.
 *
 * @param folder {@code motcua.import.dir}: where uploads lie until their import has ended. Several
 *     nodes must share it. Default: the folder {@code imports} of the server's domain
 * @param limits {@code motcua.import.upload-bytes} and so on, see {@link ImportLimits}
 */
record ImportSettings(Path folder, ImportLimits limits) {

  private static final String PREFIX = "motcua.import.";

  static ImportSettings read() {
    Config config = ConfigProvider.getConfig();
    ImportLimits standard = ImportLimits.standard();
    Optional<String> folder = config.getOptionalValue(PREFIX + "dir", String.class);
    return new ImportSettings(
        folder.map(Path::of).orElseGet(ImportSettings::ofTheDomain),
        new ImportLimits(
            number(config, "upload-bytes", standard.uploadBytes()),
            number(config, "expanded-bytes", standard.expandedBytes()),
            number(config, "expansion", standard.expansion()),
            number(config, "item-bytes", standard.itemBytes()),
            (int) number(config, "attributes", standard.attributes()),
            (int) number(config, "depth", standard.depth()),
            (int) number(config, "columns", standard.columns()),
            (int) number(config, "value-length", standard.valueLength()),
            number(config, "events", standard.events()),
            number(config, "cases", standard.cases()),
            (int) number(config, "events-per-case", standard.eventsPerCase())));
  }

  private static long number(Config config, String name, long otherwise) {
    return config.getOptionalValue(PREFIX + name, Long.class).orElse(otherwise);
  }

  private static Path ofTheDomain() {
    String domain = System.getProperty("com.sun.aas.instanceRoot");
    String base = domain == null ? System.getProperty("java.io.tmpdir") : domain;
    return Path.of(base, "imports");
  }
}
