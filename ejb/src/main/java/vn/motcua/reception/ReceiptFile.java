package vn.motcua.reception;

/** A printed receipt. */
public record ReceiptFile(String receiptCode, int version, byte[] pdf) {}
