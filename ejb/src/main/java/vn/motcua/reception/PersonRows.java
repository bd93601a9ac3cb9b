package vn.motcua.reception;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes persons, each known by its number once per dataset. Rows are locked in the order of the
 * numbers, so that two visits of the same people never wait for each other in a ring.
 */
final class PersonRows {

  private final Connection connection;
  private final Occasion occasion;

  PersonRows(Connection connection, Occasion occasion) {
    this.connection = connection;
    this.occasion = occasion;
  }

  /** Names on record that are not the ones typed and were not confirmed. */
  List<Finding> otherNames(Map<String, PersonEntry> byPath) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select 1 from person
            where dataset_id = ? and fold(full_name) <> fold(?)
              and (national_id = ? or enterprise_id = ?)
            """)) {
      for (Map.Entry<String, PersonEntry> entry : byPath.entrySet()) {
        PersonEntry person = entry.getValue();
        if (person.nameConfirmed() || number(person) == null) {
          continue;
        }
        statement.setInt(1, occasion.datasetId());
        statement.setString(2, person.fullName());
        statement.setString(3, person.organisation() ? null : person.nationalId());
        statement.setString(4, person.organisation() ? person.enterpriseId() : null);
        try (ResultSet row = statement.executeQuery()) {
          if (row.next()) {
            findings.add(Finding.error(entry.getKey() + ".fullName", "name-other"));
          }
        }
      }
    }
    return findings;
  }

  /** Ids of persons; what is typed goes before what is on record, what is left empty does not. */
  Map<PersonEntry, Long> write(List<PersonEntry> people) throws SQLException {
    Map<PersonEntry, Long> ids = new IdentityHashMap<>();
    List<PersonEntry> ordered = new ArrayList<>(people);
    ordered.sort(Comparator.comparing(person -> number(person) == null ? "" : number(person)));
    for (PersonEntry person : ordered) {
      if (!ids.containsKey(person)) {
        ids.put(person, write(person));
      }
    }
    return ids;
  }

  private long write(PersonEntry person) throws SQLException {
    String conflict =
        person.organisation() ? "(dataset_id, enterprise_id)" : "(dataset_id, national_id)";
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into person (id, dataset_id, kind, full_name, national_id, enterprise_id,
              no_papers_reason, birth_date, phone, email, address, commune_id, created_at)
            values (nextval('person_id_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
              (select coalesce(lineage_id, id) from unit where id = ?), ?)
            on conflict %s do update set
              full_name = excluded.full_name,
              birth_date = coalesce(excluded.birth_date, person.birth_date),
              phone = coalesce(nullif(excluded.phone, ''), person.phone),
              email = coalesce(nullif(excluded.email, ''), person.email),
              address = coalesce(nullif(excluded.address, ''), person.address),
              commune_id = coalesce(excluded.commune_id, person.commune_id),
              version = person.version + 1
            returning id
            """
                .formatted(conflict))) {
      statement.setInt(1, occasion.datasetId());
      statement.setString(2, person.organisation() ? "ORGANISATION" : "CITIZEN");
      statement.setString(3, person.fullName());
      statement.setString(4, person.organisation() ? null : number(person));
      statement.setString(5, person.organisation() ? number(person) : null);
      statement.setString(6, person.noPapersReason().isEmpty() ? null : person.noPapersReason());
      statement.setObject(7, person.birthDate());
      statement.setString(8, person.phone());
      statement.setString(9, person.email());
      statement.setString(10, person.address());
      statement.setObject(11, person.communeId(), Types.INTEGER);
      statement.setObject(12, occasion.at().atOffset(ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** What the person is known by; null: nothing. */
  private static String number(PersonEntry person) {
    String number = person.organisation() ? person.enterpriseId() : person.nationalId();
    return number.isEmpty() ? null : number;
  }
}
