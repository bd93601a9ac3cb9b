package vn.motcua.identity;

import java.time.LocalDate;

/**
 * A person who does not exist.
 *
 * @param nationalId number of the form of số định danh: province 001, century and sex, two digits
 *     of the year of birth, six of chance. It has no check digit, so it may happen to be someone's;
 *     the name and date beside it are then still not theirs
 * @param phone of a range that no operator gives out
 */
public record InventedPerson(
    String fullName, boolean female, LocalDate birthDate, String nationalId, String phone) {}
