package vn.motcua.catalogue;

/**
 * A step of an internal process (bước quy trình).
 *
 * @param atBranch done by the receiving branch; else by the competent agency
 * @param role the name of the role that does it
 * @param minutes working minutes allowed
 * @param publicName how the applicant is told where the dossier stands meanwhile
 */
public record InternalStep(
    int position,
    String name,
    String nameEn,
    boolean atBranch,
    String role,
    int minutes,
    String publicName) {}
