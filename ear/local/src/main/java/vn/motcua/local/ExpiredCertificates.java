package vn.motcua.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Collections;

/** Payara ships certificates that have run out, and warns of each at every boot. */
final class ExpiredCertificates {
  /** Payara's published default; the store holds public certificates only. */
  private static final char[] PASSWORD = "changeit".toCharArray();

  private ExpiredCertificates() {}

  static void remove(Path trustStore) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance(trustStore.toFile(), PASSWORD);
      for (String alias : Collections.list(store.aliases())) {
        if (store.getCertificate(alias) instanceof X509Certificate certificate
            && hasExpired(certificate)) {
          store.deleteEntry(alias);
        }
      }
      try (OutputStream output = Files.newOutputStream(trustStore)) {
        store.store(output, PASSWORD);
      }
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static boolean hasExpired(X509Certificate certificate) {
    try {
      certificate.checkValidity();
      return false;
    } catch (CertificateExpiredException | CertificateNotYetValidException e) {
      return e instanceof CertificateExpiredException;
    }
  }
}
