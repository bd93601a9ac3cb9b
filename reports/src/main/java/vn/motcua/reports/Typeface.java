package vn.motcua.reports;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;

/**
 * The form's typeface: Liberation Serif, which stands in for Times New Roman with the same widths.
 */
final class Typeface {

  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
  private static final Font REGULAR = load("liberation/LiberationSerif-Regular.ttf");
  private static final Font BOLD = load("liberation/LiberationSerif-Bold.ttf");

  private Typeface() {}

  static boolean hasGlyph(int codePoint) {
    return REGULAR.canDisplay(codePoint) && BOLD.canDisplay(codePoint);
  }

  /** Width of a bold line in points. */
  static double boldWidth(String line, float sizeInPoints) {
    return BOLD.deriveFont(sizeInPoints).getStringBounds(line, MEASURE).getWidth();
  }

  /**
   * Lines that a bold text takes when wrapped at a width in points; line breaks in the text count.
   * Regular type is never wider.
   */
  static int lines(String text, float sizeInPoints, double width) {
    return text.lines().mapToInt(line -> wrapped(line, sizeInPoints, width)).sum();
  }

  private static int wrapped(String line, float sizeInPoints, double width) {
    if (line.isEmpty()) {
      return 1;
    }
    AttributedString styled = new AttributedString(line);
    styled.addAttribute(TextAttribute.FONT, BOLD.deriveFont(sizeInPoints));
    LineBreakMeasurer measurer = new LineBreakMeasurer(styled.getIterator(), MEASURE);
    int lines = 0;
    for (; measurer.getPosition() < line.length(); lines++) {
      measurer.setPosition(measurer.nextOffset((float) width));
    }
    return lines;
  }

  private static Font load(String resource) {
    try (InputStream in = Typeface.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource);
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException(resource, e);
    }
  }
}
