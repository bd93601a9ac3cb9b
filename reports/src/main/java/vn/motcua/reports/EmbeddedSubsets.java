package vn.motcua.reports;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Settles what the drawing library leaves loose in embedded font subsets: it writes an incomplete
 * CIDSet, which PDF/A-2 forbids while it allows none, and it names subsets at random, which would
 * make two printings of one report differ.
 */
final class EmbeddedSubsets {

  private static final COSName CID_SET = COSName.getPDFName("CIDSet");
  private static final int PREFIX = "ABCDEF+".length();

  private EmbeddedSubsets() {}

  static void settle(PDDocument document) throws IOException {
    Map<String, COSDictionary> fonts = new TreeMap<>();
    for (PDPage page : document.getPages()) {
      COSDictionary named = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
      if (named != null) {
        named.keySet().forEach(key -> collect(named.getCOSDictionary(key), fonts));
      }
    }
    int ordinal = 0;
    for (Map.Entry<String, COSDictionary> font : fonts.entrySet()) {
      String face = font.getKey();
      settle(font.getValue(), "AAAAA" + (char) ('A' + ordinal++) + "+" + face);
    }
  }

  private static void collect(COSDictionary font, Map<String, COSDictionary> fonts) {
    String face = font.getNameAsString(COSName.BASE_FONT).substring(PREFIX);
    COSDictionary known = fonts.putIfAbsent(face, font);
    if (known != null && known != font) {
      throw new IllegalStateException("Two subsets of " + face);
    }
  }

  private static void settle(COSDictionary font, String name) {
    font.setName(COSName.BASE_FONT, name);
    COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
    COSDictionary descendant = (COSDictionary) descendants.getObject(0);
    descendant.setName(COSName.BASE_FONT, name);
    COSDictionary descriptor = descendant.getCOSDictionary(COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, name);
    descriptor.removeItem(CID_SET);
  }
}
