package vn.motcua.organisation;

import java.time.LocalDate;

/**
 * A body as it was on a day.
 *
 * @param id of this version
 * @param bodyId the same for all versions of the body; scopes and parents refer to it
 * @param designation what people call its kind: phường, xã, chi nhánh, sở …
 * @param parentCode empty where it is below none
 * @param validFrom first day in the dataset's zone; null: not known
 * @param validTo the day after the last one; null while it exists
 * @param latitude of the area's centroid, WGS 84 degrees; null: not known
 * @param longitude like latitude
 * @param phase of the roll-out in which it was set up; null where that means nothing
 */
public record UnitDetail(
    int id,
    int bodyId,
    String code,
    String name,
    UnitKind kind,
    String designation,
    String parentCode,
    LocalDate validFrom,
    LocalDate validTo,
    Double latitude,
    Double longitude,
    String address,
    Integer phase,
    String note) {}
