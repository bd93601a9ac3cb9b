package vn.motcua.payment;

/**
 * A fee that the catalogue proposes for a dossier.
 *
 * @param kind null: the catalogue does not tell phí from lệ phí
 * @param amount in đồng; null: not known, the clerk states it with its legal basis
 * @param freeStated the catalogue says that it is free
 * @param legalBasis may be empty
 * @param basisSure false: nobody has compared the basis with its published text, or it is not in
 *     force on the dossier's day
 * @param beneficiaryId null: none is known
 */
public record FeeProposal(
    FeeKind kind,
    String name,
    Long amount,
    boolean freeStated,
    String legalBasis,
    boolean basisSure,
    Integer beneficiaryId) {}
