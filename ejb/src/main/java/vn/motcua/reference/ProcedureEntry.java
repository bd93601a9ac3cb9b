package vn.motcua.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.catalogue.Basis;
import vn.motcua.catalogue.GovernmentLevel;
import vn.motcua.catalogue.ProcedureFee;
import vn.motcua.catalogue.ProcedureLimit;

/** What a row says of a procedure, checked. Two entries with one digest say the same. */
record ProcedureEntry(
    String code,
    String name,
    String shortName,
    String fieldCode,
    List<GovernmentLevel> levels,
    String competentAgency,
    String performingAgency,
    List<ProcedureLimit> limits,
    Basis limitBasis,
    String limitNote,
    Boolean sameDay,
    List<ProcedureFee> fees,
    Basis feeBasis,
    String feeNote,
    boolean common,
    String resultCode,
    String source,
    String digest) {

  static final List<String> COLUMNS =
      List.of(
          "code",
          "name",
          "short_name",
          "field",
          "levels",
          "competent_agency",
          "performing_agency",
          "limits",
          "limit_basis",
          "limit_note",
          "same_day",
          "fees",
          "fee_basis",
          "fee_note",
          "result_code");

  static ProcedureEntry of(
      ReferenceRow row, Map<String, String> header, Map<String, String> fieldNames) throws BadCell {
    String code = row.required("code");
    if (!code.matches("\\d\\.\\d{6}")) {
      throw BadCell.value("code", code);
    }
    String field = row.required("field");
    if (!fieldNames.containsKey(field)) {
      throw BadCell.reference("field", field);
    }
    boolean common = "yes".equals(header.get("marked-common"));
    String source = header.getOrDefault("source", "");
    return new ProcedureEntry(
        code,
        row.required("name"),
        row.text("short_name"),
        field,
        levels(row),
        row.text("competent_agency"),
        row.text("performing_agency"),
        AmountNotation.limits(row, "limits"),
        row.oneOf(Basis.class, "limit_basis", Basis.PUBLISHED),
        row.text("limit_note"),
        sameDay(row),
        AmountNotation.fees(row, "fees"),
        row.oneOf(Basis.class, "fee_basis", Basis.PUBLISHED),
        row.text("fee_note"),
        common,
        row.text("result_code"),
        source,
        digest(row, common, source));
  }

  private static List<GovernmentLevel> levels(ReferenceRow row) throws BadCell {
    List<GovernmentLevel> levels = new ArrayList<>();
    for (String level : row.required("levels").split("\\|", -1)) {
      try {
        levels.add(GovernmentLevel.valueOf(level));
      } catch (IllegalArgumentException e) {
        throw BadCell.value("levels", row.text("levels"));
      }
    }
    return levels;
  }

  private static Boolean sameDay(ReferenceRow row) throws BadCell {
    return switch (row.text("same_day")) {
      case "" -> null;
      case "yes" -> Boolean.TRUE;
      case "no" -> Boolean.FALSE;
      default -> throw BadCell.value("same_day", row.text("same_day"));
    };
  }

  private static String digest(ReferenceRow row, boolean common, String source) {
    List<String> said = new ArrayList<>(row.cells().values());
    said.add(Boolean.toString(common));
    said.add(source);
    return ReferenceFile.digest(String.join("\u001f", said).getBytes(StandardCharsets.UTF_8));
  }
}
