package vn.motcua.reception;

/**
 * Who decides a dossier (cơ quan có thẩm quyền).
 *
 * @param unitId id of the version of the day
 * @param identifier with which its dossier codes begin (mã định danh); null: not known
 * @param level COMMUNE or PROVINCE
 */
public record Agency(int unitId, String name, String identifier, String level) {}
