package vn.motcua.reports;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads a PDF back: its text page by page, and where its ink lies. */
final class ReadPdf {

  private static final int PIXELS_PER_MILLIMETRE = 8;

  /**
   * The smallest box around everything drawn, as distances from the page's edges in millimetres.
   */
  record Margins(double left, double top, double right, double bottom) {}

  private ReadPdf() {}

  /** The text of each page, lines from top to bottom. */
  static List<String> pages(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return IntStream.rangeClosed(1, document.getNumberOfPages())
          .mapToObj(page -> page(document, page))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of all pages. */
  static String text(byte[] pdf) {
    return String.join("\n", pages(pdf));
  }

  /** The text of all pages in the order it was drawn in: a cell's lines stay together. */
  static String flowing(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Margins of a page, counted from zero, below a strip at the top that is left out. */
  static Margins margins(byte[] pdf, int page, double skippedTop) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage image =
          new PDFRenderer(document)
              .renderImageWithDPI(page, PIXELS_PER_MILLIMETRE * 25.4f, ImageType.GRAY);
      Rectangle ink = null;
      for (int y = (int) (skippedTop * PIXELS_PER_MILLIMETRE); y < image.getHeight(); y++) {
        for (int x = 0; x < image.getWidth(); x++) {
          if ((image.getRGB(x, y) & 0xff) < 128) {
            Rectangle dot = new Rectangle(x, y, 1, 1);
            ink = ink == null ? dot : ink.union(dot);
          }
        }
      }
      return new Margins(
          millimetres(ink.x),
          millimetres(ink.y),
          millimetres(image.getWidth() - ink.x - ink.width),
          millimetres(image.getHeight() - ink.y - ink.height));
    }
  }

  private static double millimetres(int pixels) {
    return (double) pixels / PIXELS_PER_MILLIMETRE;
  }

  private static String page(PDDocument document, int page) {
    try {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      stripper.setLineSeparator("\n");
      return stripper.getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
