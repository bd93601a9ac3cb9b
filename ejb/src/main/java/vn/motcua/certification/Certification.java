package vn.motcua.certification;

import java.time.Instant;

/**
 * An entry of a book.
 *
 * @param number of the book, from 1 in each year
 * @param numberText as it is written on the copies, "12/2026-SCT/BS"
 * @param fee in đồng
 * @param receipt symbol and number of the fee's receipt; empty: not collected yet
 * @param electronic the copies are files, not paper
 * @param visitId for the receipt, where one is asked for
 */
public record Certification(
    Book book,
    int number,
    String numberText,
    String agency,
    Instant at,
    String requester,
    String title,
    int pages,
    int copies,
    long fee,
    String clerk,
    String dossierCode,
    String receipt,
    long visitId,
    boolean electronic) {}
