package vn.motcua.reference;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.organisation.UnitKind;

/**
 * Bodies. Each row stands for a code from a day on. Two rows with one code are the same body where
 * the first was left open, and two bodies where it was ended. A body that is missing from a later
 * edition goes on: it ends only by its valid_to.
 */
final class UnitSection implements ReferenceSection {

  @Override
  public List<String> columns() {
    return List.of(
        "code",
        "name",
        "kind",
        "designation",
        "parent",
        "valid_from",
        "valid_to",
        "latitude",
        "longitude",
        "address",
        "phase",
        "note");
  }

  @Override
  public void load(ReferenceFile file, Connection connection, Tally tally) throws SQLException {
    UnitTable table = UnitTable.read(connection);
    Set<String> keys = new HashSet<>();
    file.rows().forEach(row -> keys.add(key(row.text("code"), row.text("valid_from"))));
    Set<String> seen = new HashSet<>();
    for (ReferenceRow row : file.rows()) {
      String key = key(row.text("code"), row.text("valid_from"));
      if (!seen.add(key)) {
        tally.refuse(row.line(), RefusalCode.REPEATED, row.text("code"));
        continue;
      }
      try {
        new Step(file.effectiveFrom(), table, keys, tally, row).take();
      } catch (BadCell e) {
        tally.refuse(List.of(e.at(row.line())));
      }
    }
  }

  private static String key(String code, String validFrom) {
    return code + "@" + validFrom;
  }

  /** What becomes of one row. */
  private record Step(
      LocalDate effectiveFrom,
      UnitTable table,
      Set<String> keysOfFile,
      Tally tally,
      ReferenceRow row) {

    void take() throws BadCell, SQLException {
      String code = row.required("code");
      UnitVersion wanted = wanted();
      Optional<UnitVersion> recorded =
          table.versions(code).stream()
              .filter(version -> version.validFrom().equals(wanted.validFrom()))
              .findFirst();
      if (recorded.isEmpty()) {
        begin(code, wanted);
      } else if (recorded.get().content().equals(wanted.content())) {
        end(code, recorded.get(), wanted.validTo());
      } else {
        replace(code, recorded.get(), wanted);
      }
    }

    /** No version on record begins on that day. */
    private void begin(String code, UnitVersion wanted) throws SQLException {
      List<UnitVersion> overlapping =
          table.versions(code).stream().filter(wanted::overlaps).toList();
      if (overlapping.isEmpty()) {
        table.insert(code, wanted);
        tally.taken();
        return;
      }
      UnitVersion former = overlapping.getFirst();
      boolean continues =
          overlapping.size() == 1
              && former.open()
              && former.validFrom().isBefore(wanted.validFrom())
              && former.content().kind().equals(wanted.content().kind());
      if (continues) {
        succeed(code, former, wanted);
      } else {
        tally.refuse(row.line(), RefusalCode.OVERLAP, code);
      }
    }

    /** The same version is on record; perhaps the file knows its end by now. */
    private void end(String code, UnitVersion recorded, LocalDate validTo) throws SQLException {
      boolean endedBySuccessor =
          LocalDate.MAX.equals(validTo)
              && table.versions(code).stream()
                  .anyMatch(
                      version ->
                          version.lineage().equals(recorded.lineage())
                              && version.validFrom().equals(recorded.validTo()));
      if (recorded.validTo().equals(validTo) || endedBySuccessor) {
        tally.unchanged();
      } else if (recorded.open() && recorded.validFrom().isBefore(validTo)) {
        table.close(code, recorded, validTo);
        tally.ended();
      } else {
        tally.refuse(row.line(), RefusalCode.OVERLAP, code);
      }
    }

    /** The file says something else of the body: true from the edition's day on, not before. */
    private void replace(String code, UnitVersion recorded, UnitVersion wanted)
        throws SQLException {
      UnitVersion latest =
          table.versions(code).stream()
              .filter(version -> version.lineage().equals(recorded.lineage()))
              .max(Comparator.comparing(UnitVersion::validFrom))
              .orElseThrow();
      boolean hasRowOfItsOwn =
          !latest.equals(recorded) && keysOfFile.contains(key(code, latest.validFrom().toString()));
      if (!hasRowOfItsOwn && latest.content().equals(wanted.content())) {
        end(code, latest, wanted.validTo());
      } else if (!hasRowOfItsOwn
          && latest.open()
          && latest.validFrom().isBefore(effectiveFrom)
          && effectiveFrom.isBefore(wanted.validTo())) {
        succeed(code, latest, wanted.from(effectiveFrom));
      } else {
        tally.refuse(row.line(), RefusalCode.SAME_DAY_OTHER_CONTENT, code);
      }
    }

    private void succeed(String code, UnitVersion former, UnitVersion wanted) throws SQLException {
      table.close(code, former, wanted.validFrom());
      table.insert(
          code,
          new UnitVersion(
              null, former.lineage(), wanted.validFrom(), wanted.validTo(), wanted.content()));
      tally.taken();
    }

    private UnitVersion wanted() throws BadCell {
      LocalDate validFrom = row.date("valid_from", LocalDate.MIN);
      LocalDate validTo = row.date("valid_to", LocalDate.MAX);
      if (!validFrom.isBefore(validTo)) {
        throw BadCell.value("valid_to", row.text("valid_to"));
      }
      return new UnitVersion(
          null,
          null,
          validFrom,
          validTo,
          new UnitVersion.Content(
              row.required("name"),
              row.oneOf(UnitKind.class, "kind", null).name(),
              row.required("designation"),
              parent(validFrom),
              UnitTable.degrees(row.number("latitude")),
              UnitTable.degrees(row.number("longitude")),
              row.text("address"),
              phase(),
              row.text("note")));
    }

    private Integer parent(LocalDate day) throws BadCell {
      String code = row.text("parent");
      if (code.isEmpty()) {
        return null;
      }
      return table.body(code, day).orElseThrow(() -> BadCell.reference("parent", code));
    }

    private Integer phase() throws BadCell {
      String phase = row.text("phase");
      if (phase.isEmpty()) {
        return null;
      }
      if (!phase.matches("[1-9]")) {
        throw BadCell.value("phase", phase);
      }
      return Integer.valueOf(phase);
    }
  }
}
