package vn.motcua.catalogue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import vn.motcua.events.Channel;

/** Understands a sheet, or says of each cell what is wrong with it. */
final class ProcedureSheetReader {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d/M/uuuu H:mm").withResolverStyle(ResolverStyle.STRICT);
  private static final int LONGEST = 4_000;
  private static final int MOST_LINES = 100;

  /** A part of a line that cannot be read. */
  private static final class Unread extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient SheetProblem problem;

    Unread(SheetProblem problem) {
      super(problem.code());
      this.problem = problem;
    }
  }

  @FunctionalInterface
  private interface LineReader<T> {
    T read(List<String> parts) throws Unread;
  }

  private final ProcedureSheet sheet;
  private final Set<String> fields;
  private final List<SheetProblem> problems = new ArrayList<>();

  /**
   * @param fields codes of the fields of administration that are known
   */
  ProcedureSheetReader(ProcedureSheet sheet, Set<String> fields) {
    this.sheet = sheet;
    this.fields = fields;
  }

  List<SheetProblem> problems() {
    return problems;
  }

  /** Only to be used where {@link #problems} has nothing that is wrong. */
  ProcedureContent read() {
    ProcedureSheet.COLUMNS.forEach(
        column -> {
          if (sheet.cell(column).length()
              > LONGEST * (ProcedureSheet.LISTS.contains(column) ? 5 : 1)) {
            wrong(column, "too-long", LONGEST);
          }
        });
    String code = sheet.cell("code");
    if (!code.matches("[0-9A-Za-z][0-9A-Za-z.]{0,19}")) {
      wrong("code", code.isEmpty() ? "missing" : "code-bad", code);
    }
    if (sheet.cell("name").isEmpty()) {
      wrong("name", "missing");
    }
    String field = sheet.cell("field");
    if (!fields.contains(field)) {
      wrong("field", field.isEmpty() ? "missing" : "field-unknown", field);
    }
    List<ProcedureQuestion> questions = lines("questions", 2, this::question);
    Set<String> asked = new HashSet<>();
    questions.forEach(question -> unique("questions", asked, question.code()));
    List<ProcedureContent.Component> components = lines("components", 2, this::component);
    Set<String> named = new HashSet<>();
    for (ProcedureContent.Component component : components) {
      unique("components", named, component.code());
      if (component.question() != null && !asked.contains(component.question())) {
        wrong("components", "question-unknown", component.question());
      }
    }
    List<ProcedureLimit> limits = lines("limits", 4, this::limit);
    Set<String> cases = new HashSet<>();
    limits.forEach(one -> unique("limits", cases, one.channel() + "|" + one.appliesTo()));
    List<ProcedureContent.Fee> fees = lines("fees", 3, this::fee);
    Set<String> charged = new HashSet<>();
    fees.forEach(one -> unique("fees", charged, one.channel() + "|" + one.appliesTo()));
    if (fees.stream().anyMatch(fee -> fee.amount() == 0)) {
      problems.add(SheetProblem.doubtful("fees", "fee-free"));
    }
    String online = choice("online_level", List.of("", "FULL", "PARTIAL", "NONE"), "");
    if ("PARTIAL".equals(online) && sheet.cell("online_reason").isEmpty()) {
      wrong("online_reason", "online-reason");
    }
    ProcedureContent.Delegation delegation =
        new ProcedureContent.Delegation(
            sheet.cell("delegated_to"), date("delegated_from"), sheet.cell("delegation_document"));
    if (!delegation.to().isEmpty() && delegation.from() == null) {
      wrong("delegated_from", "missing");
    }
    return new ProcedureContent(
        code,
        sheet.cell("name"),
        sheet.cell("short_name"),
        field,
        several("levels", GovernmentLevel::valueOf),
        sheet.cell("competent_agency"),
        sheet.cell("performing_agency"),
        delegation,
        lines("legal_basis", 1, this::basis),
        new ProcedureContent.Publication(
            sheet.cell("decision"), date("decided_on"), moment("published_at")),
        several("channels", this::knownChannel),
        limits,
        Basis.valueOf(choice("limit_basis", names(Basis.values()), "PUBLISHED")),
        sheet.cell("limit_note"),
        yesNo("same_day"),
        questions,
        components,
        fees,
        Basis.valueOf(choice("fee_basis", names(Basis.values()), "PUBLISHED")),
        sheet.cell("fee_note"),
        lines("costs", 4, this::cost),
        volume(),
        sheet.cell("result_code"),
        sheet.cell("result_name"),
        yesNo("result_document"),
        online,
        sheet.cell("online_reason"),
        sheet.cell("source_system"),
        Boolean.TRUE.equals(yesNo("common")));
  }

  private ProcedureQuestion question(List<String> parts) {
    return new ProcedureQuestion(
        parts.get(0), parts.get(1), parts.size() > 2 ? parts.get(2) : parts.get(1));
  }

  private ProcedureContent.Component component(List<String> parts) throws Unread {
    String condition = part(parts, 5);
    String[] asked = condition.split("=", 2);
    return new ProcedureContent.Component(
        parts.get(0),
        parts.get(1),
        !Boolean.FALSE.equals(yesNo("components", part(parts, 2))),
        part(parts, 3).isEmpty() ? 1 : (int) whole("components", part(parts, 3), 0, 99),
        part(parts, 4),
        condition.isEmpty() ? null : asked[0].strip(),
        condition.isEmpty()
            ? null
            : Boolean.valueOf(
                !Boolean.FALSE.equals(
                    yesNo("components", asked.length > 1 ? asked[1].strip() : "yes"))));
  }

  private ProcedureLimit limit(List<String> parts) throws Unread {
    LimitUnit unit =
        Arrays.stream(LimitUnit.values())
            .filter(one -> one.code().equals(parts.get(3)))
            .findFirst()
            .orElseThrow(
                () -> new Unread(SheetProblem.wrong("limits", "unit-unknown", parts.get(3))));
    return new ProcedureLimit(
        channel("limits", parts.get(0)),
        parts.get(1),
        (int) whole("limits", parts.get(2), 1, 9_999),
        unit);
  }

  private ProcedureContent.Fee fee(List<String> parts) throws Unread {
    return new ProcedureContent.Fee(
        channel("fees", parts.get(0)),
        parts.get(1),
        whole("fees", parts.get(2), 0, 100_000_000_000L),
        part(parts, 3));
  }

  private ProcedureContent.LegalBasis basis(List<String> parts) throws Unread {
    return new ProcedureContent.LegalBasis(
        parts.get(0), date("legal_basis", part(parts, 1)), date("legal_basis", part(parts, 2)));
  }

  private ProcedureContent.Cost cost(List<String> parts) throws Unread {
    String hours = parts.get(1).replace(',', '.');
    if (!hours.matches("\\d{1,5}(\\.\\d{1,2})?")) {
      throw new Unread(SheetProblem.wrong("costs", "number-bad", parts.get(1)));
    }
    return new ProcedureContent.Cost(
        parts.get(0),
        new BigDecimal(hours),
        whole("costs", parts.get(2), 0, 100_000_000),
        whole("costs", parts.get(3), 0, 100_000_000_000L));
  }

  private <T> List<T> lines(String column, int least, LineReader<T> reader) {
    List<List<String>> lines = sheet.lines(column);
    if (lines.size() > MOST_LINES) {
      wrong(column, "lines-many", MOST_LINES);
      return List.of();
    }
    List<T> read = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<String> parts = lines.get(i);
      if (parts.size() < least) {
        wrong(column, "parts-few", i + 1, least, parts.size());
        continue;
      }
      try {
        read.add(reader.read(parts));
      } catch (Unread e) {
        problems.add(e.problem);
      }
    }
    return read;
  }

  private void unique(String column, Set<String> seen, String key) {
    if (!seen.add(key)) {
      wrong(column, "twice", key.replace("null|", ""));
    }
  }

  private Channel channel(String column, String text) throws Unread {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return knownChannel(text);
    } catch (IllegalArgumentException e) {
      throw new Unread(SheetProblem.wrong(column, "channel-unknown", text));
    }
  }

  private Channel knownChannel(String text) {
    Channel channel = Channel.valueOf(text.toUpperCase(Locale.ROOT));
    if (channel == Channel.OTHER) {
      throw new IllegalArgumentException(text);
    }
    return channel;
  }

  private <T> List<T> several(String column, Function<String, T> known) {
    List<T> found = new ArrayList<>();
    for (String word : sheet.cell(column).split("[,|\\s]+")) {
      if (word.isEmpty()) {
        continue;
      }
      try {
        T one = known.apply(word.toUpperCase(Locale.ROOT));
        if (!found.contains(one)) {
          found.add(one);
        }
      } catch (IllegalArgumentException e) {
        wrong(column, "choice-unknown", word);
      }
    }
    if (found.isEmpty()) {
      wrong(column, "missing");
    }
    return found;
  }

  private String choice(String column, List<String> known, String otherwise) {
    String word = sheet.cell(column).toUpperCase(Locale.ROOT);
    if (word.isEmpty()) {
      return otherwise;
    }
    if (!known.contains(word)) {
      wrong(column, "choice-unknown", sheet.cell(column));
      return otherwise;
    }
    return word;
  }

  private static List<String> names(Enum<?>... constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }

  private Integer volume() {
    try {
      String text = sheet.cell("volume");
      return text.isEmpty() ? null : (int) whole("volume", text, 0, 100_000_000);
    } catch (Unread e) {
      problems.add(e.problem);
      return null;
    }
  }

  private LocalDate date(String column) {
    try {
      return date(column, sheet.cell(column));
    } catch (Unread e) {
      problems.add(e.problem);
      return null;
    }
  }

  private static LocalDate date(String column, String text) throws Unread {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return text.contains("/") ? LocalDate.parse(text, DAY) : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Unread(SheetProblem.wrong(column, "date-bad", text));
    }
  }

  private Instant moment(String column) {
    String text = sheet.cell(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      LocalDateTime time =
          text.contains("/")
              ? LocalDateTime.parse(text, MINUTE)
              : LocalDateTime.parse(text.replace(' ', 'T'));
      return time.atZone(ZONE).toInstant();
    } catch (DateTimeException e) {
      wrong(column, "moment-bad", text);
      return null;
    }
  }

  private Boolean yesNo(String column) {
    try {
      return yesNo(column, sheet.cell(column));
    } catch (Unread e) {
      problems.add(e.problem);
      return null;
    }
  }

  private static Boolean yesNo(String column, String text) throws Unread {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "" -> null;
      case "yes", "có", "true", "x" -> true;
      case "no", "không", "false" -> false;
      default -> throw new Unread(SheetProblem.wrong(column, "yes-no", text));
    };
  }

  /** Thousands may be parted by dots: 1.500.000. */
  private static long whole(String column, String text, long least, long most) throws Unread {
    String digits = text.matches("\\d{1,3}(\\.\\d{3})+") ? text.replace(".", "") : text;
    if (!digits.matches("\\d{1,12}")) {
      throw new Unread(SheetProblem.wrong(column, "number-bad", text));
    }
    long number = Long.parseLong(digits);
    if (number < least || number > most) {
      throw new Unread(SheetProblem.wrong(column, "number-range", text, least, most));
    }
    return number;
  }

  private static String part(List<String> parts, int index) {
    return index < parts.size() ? parts.get(index) : "";
  }

  private void wrong(String column, String code, Object... arguments) {
    problems.add(SheetProblem.wrong(column, code, arguments));
  }
}
