package vn.motcua.payment;

import vn.motcua.database.StoredText;

/**
 * Who pays, as the receipt names them (người nộp).
 *
 * @param address may be empty
 * @param taxCode of an organisation; may be empty
 */
public record Payer(String name, String address, String taxCode) {
  public Payer {
    name = StoredText.line(name);
    address = StoredText.line(address);
    taxCode = StoredText.line(taxCode);
  }
}
