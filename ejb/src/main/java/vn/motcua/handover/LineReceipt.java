package vn.motcua.handover;

/**
 * What the receiving side says of one dossier.
 *
 * @param code of the dossier
 * @param note required where it is not simply received
 */
public record LineReceipt(String code, LineVerdict verdict, String note) {}
