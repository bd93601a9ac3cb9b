package vn.motcua.reports;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.DublinCoreSchema;
import org.apache.xmpbox.schema.PDFAIdentificationSchema;
import org.apache.xmpbox.schema.XMPBasicSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/**
 * Makes a drawn PDF an archival one (PDF/A-2b, ISO 19005-2) and a reproducible one: the same
 * drawing with the same title and moment gives the same bytes on the same Java release.
 *
 * <p>The colour profile is the one the Java platform ships, so none is kept here.
 */
final class ArchivalPdf {

  private static final String LANGUAGE = "vi-VN";
  private static final String PRODUCER = "Motcua";

  private ArchivalPdf() {}

  /**
   * @param drawn a PDF with all fonts embedded
   * @param title title of the document
   * @param moment printed into the file as its date of creation
   */
  static byte[] of(byte[] drawn, String title, ZonedDateTime moment) {
    Calendar created = GregorianCalendar.from(moment);
    try (PDDocument document = Loader.loadPDF(drawn)) {
      EmbeddedSubsets.settle(document);
      PDDocumentCatalog catalog = document.getDocumentCatalog();
      catalog.setLanguage(LANGUAGE);
      PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
      preferences.setDisplayDocTitle(true);
      catalog.setViewerPreferences(preferences);
      catalog.addOutputIntent(colours(document));
      catalog.setMetadata(metadata(document, title, created));
      document.setDocumentInformation(information(title, created));
      // A fresh identifier is derived from the number given here; the drawing's own is random.
      document.getDocument().getTrailer().removeItem(COSName.ID);
      document.setDocumentId(moment.toInstant().toEpochMilli());
      ByteArrayOutputStream out = new ByteArrayOutputStream(drawn.length);
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PDDocumentInformation information(String title, Calendar created) {
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setProducer(PRODUCER);
    information.setCreationDate(created);
    information.setModificationDate(created);
    return information;
  }

  private static PDOutputIntent colours(PDDocument document) throws IOException {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
    intent.setInfo("sRGB IEC61966-2.1");
    intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
    return intent;
  }

  private static PDMetadata metadata(PDDocument document, String title, Calendar created)
      throws IOException {
    XMPMetadata metadata = XMPMetadata.createXMPMetadata();
    PDFAIdentificationSchema identification = metadata.createAndAddPDFAIdentificationSchema();
    identification.setPart(2);
    DublinCoreSchema core = metadata.createAndAddDublinCoreSchema();
    core.setTitle(title);
    core.addLanguage(LANGUAGE);
    XMPBasicSchema basic = metadata.createAndAddXMPBasicSchema();
    basic.setCreateDate(created);
    basic.setModifyDate(created);
    metadata.createAndAddAdobePDFSchema().setProducer(PRODUCER);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      identification.setConformance("B");
      new XmpSerializer().serialize(metadata, out, true);
    } catch (BadFieldValueException | TransformerException e) {
      throw new IllegalStateException(e);
    }
    PDMetadata stream = new PDMetadata(document);
    stream.importXMPMetadata(out.toByteArray());
    return stream;
  }
}
