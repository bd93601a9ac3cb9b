package vn.motcua.reports;

/**
 * A person as a receipt names them. What is not known is empty.
 *
 * @param idNumber of the identity card or passport, or the enterprise's number
 */
public record ReceiptPerson(
    String fullName, String address, String phone, String email, String idNumber) {

  /**
   * @throws UnprintableTextException if a text cannot be printed or the name is missing
   */
  public ReceiptPerson {
    fullName = PrintableText.required("Họ tên", fullName);
    address = PrintableText.optional("Địa chỉ", address);
    phone = PrintableText.optional("Số điện thoại", phone);
    email = PrintableText.optional("Email", email);
    idNumber = PrintableText.optional("Số giấy tờ", idNumber);
  }
}
