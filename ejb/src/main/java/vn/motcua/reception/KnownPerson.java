package vn.motcua.reception;

import java.time.LocalDate;

/**
 * What is known of a number.
 *
 * @param population found in the national population database, not among those who came before
 * @param communeId body of the commune of residence, or null
 */
public record KnownPerson(
    String fullName,
    LocalDate birthDate,
    String phone,
    String email,
    String address,
    Integer communeId,
    boolean population) {}
