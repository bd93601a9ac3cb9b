package vn.motcua.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Takes the moment of writing out of a workbook, so that the same report gives the same bytes, and
 * sets the one thing its writer cannot: no page number on the first page.
 */
final class ReproducibleWorkbook {

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String CORE_PROPERTIES = "docProps/core.xml";
  private static final Pattern CREATED = Pattern.compile("(<dcterms:created[^>]*>)[^<]*");
  private static final Pattern MERGED = Pattern.compile("(<mergeCell [^>]*/>)+");
  private static final Pattern RANGE = Pattern.compile("<mergeCell [^>]*/>");

  private ReproducibleWorkbook() {}

  /**
   * @param workbook a finished workbook
   * @param moment written as the date of creation
   */
  static byte[] of(byte[] workbook, Instant moment) {
    try {
      // By way of a file: streaming readers do not take the zip64 entries of the writer.
      Path file = Files.createTempFile("workbook", ".xlsx");
      try {
        Files.write(file, workbook);
        return of(file, moment);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] of(Path workbook, Instant moment) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(workbook.toFile());
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        ZipEntry copy = new ZipEntry(entry.getName());
        // Local time, because a zip stores no zone and converts anything else by the machine's.
        copy.setTimeLocal(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
        zip.putNextEntry(copy);
        try (InputStream part = in.getInputStream(entry)) {
          zip.write(settled(entry.getName(), part.readAllBytes(), moment));
        }
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] settled(String part, byte[] content, Instant moment) {
    String text = new String(content, StandardCharsets.UTF_8);
    String settled =
        switch (part) {
          case SHEET ->
              inOrder(text).replace("differentFirst=\"false\"", "differentFirst=\"true\"");
          case CORE_PROPERTIES ->
              CREATED.matcher(text).replaceFirst("$1" + moment.truncatedTo(ChronoUnit.SECONDS));
          default -> text;
        };
    return settled.getBytes(StandardCharsets.UTF_8);
  }

  /** The writer keeps merged ranges in a hash set, so their order changes from run to run. */
  private static String inOrder(String sheet) {
    return MERGED
        .matcher(sheet)
        .replaceFirst(
            ranges ->
                RANGE
                    .matcher(ranges.group())
                    .results()
                    .map(MatchResult::group)
                    .sorted()
                    .collect(Collectors.joining()));
  }
}
