package vn.motcua.reception;

import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;

/**
 * What a PDF would run or bring along: scripts, programs that it starts, files within it. A form's
 * fields and digital signatures are none of it; a signed result has both.
 */
final class ActiveContent {

  private static final Set<String> RUNNING = Set.of("JavaScript", "Launch");
  private static final COSName EVENTS = COSName.getPDFName("AA");
  private static final COSName ATTACHMENT = COSName.getPDFName("FileAttachment");

  /** Actions name the one that follows; nobody chains more by hand. */
  private static final int DEEPEST = 16;

  private ActiveContent() {}

  static boolean in(PDDocument document) {
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    PDDocumentNameDictionary names = catalog.getNames();
    if (names != null && (names.getJavaScript() != null || names.getEmbeddedFiles() != null)) {
      return true;
    }
    COSDictionary root = catalog.getCOSObject();
    return runs(root.getDictionaryObject(COSName.OPEN_ACTION), 0)
        || eventsRun(root)
        || pagesRun(document)
        || fieldsRun(catalog.getAcroForm());
  }

  private static boolean pagesRun(PDDocument document) {
    for (PDPage page : document.getPages()) {
      if (eventsRun(page.getCOSObject())) {
        return true;
      }
      if (page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray all) {
        for (int i = 0; i < all.size(); i++) {
          if (all.getObject(i) instanceof COSDictionary one
              && (ATTACHMENT.equals(one.getCOSName(COSName.SUBTYPE)) || actsOrEventsRun(one))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean fieldsRun(PDAcroForm form) {
    if (form != null) {
      for (PDField field : form.getFieldTree()) {
        if (actsOrEventsRun(field.getCOSObject())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean actsOrEventsRun(COSDictionary holder) {
    return runs(holder.getDictionaryObject(COSName.A), 0) || eventsRun(holder);
  }

  private static boolean eventsRun(COSDictionary holder) {
    if (holder.getDictionaryObject(EVENTS) instanceof COSDictionary events) {
      for (COSName event : events.keySet()) {
        if (runs(events.getDictionaryObject(event), 0)) {
          return true;
        }
      }
    }
    return false;
  }

  /** An action and those that follow it; an array that is no list of actions is a place to show. */
  private static boolean runs(COSBase action, int depth) {
    if (depth > DEEPEST) {
      return true;
    }
    if (action instanceof COSArray several) {
      for (int i = 0; i < several.size(); i++) {
        if (runs(several.getObject(i), depth + 1)) {
          return true;
        }
      }
    }
    return action instanceof COSDictionary one
        && (RUNNING.contains(one.getNameAsString(COSName.S, ""))
            || runs(one.getDictionaryObject(COSName.NEXT), depth + 1));
  }
}
