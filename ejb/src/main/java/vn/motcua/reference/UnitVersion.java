package vn.motcua.reference;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A version of a body, as a file or the database says it.
 *
 * @param id null: not on record yet
 * @param lineage the id of the body's first version; null: not on record yet
 * @param validFrom {@link LocalDate#MIN}: not known
 * @param validTo {@link LocalDate#MAX}: still valid
 */
record UnitVersion(
    Integer id, Integer lineage, LocalDate validFrom, LocalDate validTo, Content content) {

  /** What a version says of the body. */
  record Content(
      String name,
      String kind,
      String designation,
      Integer parent,
      BigDecimal latitude,
      BigDecimal longitude,
      String address,
      Integer phase,
      String note) {}

  boolean open() {
    return LocalDate.MAX.equals(validTo);
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(validFrom) && day.isBefore(validTo);
  }

  boolean overlaps(UnitVersion other) {
    return validFrom.isBefore(other.validTo) && other.validFrom.isBefore(validTo);
  }

  UnitVersion from(LocalDate day) {
    return new UnitVersion(id, lineage, day, validTo, content);
  }

  UnitVersion until(LocalDate day) {
    return new UnitVersion(id, lineage, validFrom, day, content);
  }
}
