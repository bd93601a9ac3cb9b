package vn.motcua.eventlog.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.eventlog.failure.InvalidMapping;

/** A mapping is read strictly, and every mistake is told at once, by its place. */
class MappingReaderTest {

  private static final String LEAST =
      """
      {"format": "XES", "zone": "Asia/Ho_Chi_Minh", "noDueDate": {"rule": "UNDATED"},
       "finished": {"eventTime": "LAST"}}
      """;

  @Test
  void xesNeedsOnlyWhatTheStandardDoesNotName() {
    EventLogMapping mapping = MappingReader.read(LEAST);

    assertThat(mapping.caseId()).isEqualTo(new Source.CaseAttribute("concept:name"));
    assertThat(mapping.activity().key()).isEqualTo("concept:name");
    assertThat(mapping.timestamp().key()).isEqualTo("time:timestamp");
    assertThat(mapping.actor().key()).isEqualTo("org:resource");
    assertThat(mapping.received()).isNull();
    assertThat(mapping.missing()).isEmpty();
    assertThat(mapping.toleratedRefusal()).isEqualTo(0.5);
  }

  @Test
  void everyMistakeIsNamedAtOnce() {
    String wrong =
        """
        {"format": "CSV", "zone": "Asia/Hanoi", "csv": {"separator": ";;", "charset": "utf-9",
           "colour": 1},
         "caseId": {"caseAttribute": "id"}, "activity": {"eventAttribute": ""},
         "timestamp": {"eventAttribute": "t", "pick": "LAST"},
         "dateFormats": ["dd/MM/yyyy", "bbbb"],
         "received": {"constant": "soon", "eventAttribute": "r"},
         "unit": {"eventTime": "FIRST"},
         "closed": [{"reason": "TIRED", "activities": ["x"], "attribute": {"constant": "y"}}],
         "channel": {"values": {"Web": "INTERNET"}},
         "noDueDate": {"rule": "ALLOWANCE", "amount": -1},
         "toleratedRefusal": 2, "recieved": {}}
        """;

    assertThat(errors(wrong))
        .containsExactlyInAnyOrder(
            "zone unknown-zone",
            "csv.separator not-one-character",
            "csv.charset unknown-charset",
            "csv.colour unknown-property",
            "caseId.caseAttribute csv-has-no-case-attributes",
            "activity.eventAttribute blank",
            "timestamp.pick unknown-property",
            "dateFormats[1] not-a-format",
            "received one-source",
            "unit.eventTime only-for-moments",
            "closed[0] attribute-or-activities",
            "closed[0].reason not-one-of",
            "channel.values.Web not-one-of",
            "noDueDate.amount not-integer-between",
            "noDueDate.unit required",
            "toleratedRefusal not-number-between",
            "recieved unknown-property");
  }

  @Test
  void messagesNamePlaceAndRemedyInBothLanguages() {
    InvalidMapping failure = failure(LEAST.replace("\"noDueDate\"", "\"noDueDat\""));

    assertThat(failure.message(Locale.forLanguageTag("vi")))
        .contains("Ánh xạ có 2 lỗi")
        .contains("noDueDat: không có mục này")
        .contains("noDueDate: phải có");
    assertThat(failure.message(Locale.ENGLISH)).contains("noDueDate: is required");
    assertThat(failure.code()).isEqualTo("eventlog.mapping-invalid");
    assertThat(failure.httpStatus()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "``, absent",
        "`[1]`, not-json",
        "`{\"format\": \"XES\",}`, not-json",
        "`{\"format\": \"XES\", \"format\": \"CSV\"}`, not-json",
      })
  void whatIsNoObjectIsRefused(String json, String code) {
    assertThat(failure(json).errors()).extracting(InvalidMapping.Error::code).contains(code);
  }

  @Test
  void aLogInWhichNothingEndsIsAMistake() {
    assertThat(errors(LEAST.replace("\"finished\": {\"eventTime\": \"LAST\"}", "\"name\": \"n\"")))
        .containsExactly("finished finish-or-closed");
  }

  @Test
  void rowsWithoutTimestampNeedAReceipt() {
    assertThat(
            errors(
                """
                {"format": "CSV", "zone": "UTC", "caseId": {"eventAttribute": "id"},
                 "finished": {"eventTime": "LAST"}, "noDueDate": {"rule": "UNDATED"}}
                """))
        .containsExactlyInAnyOrder(
            "received required-without-timestamp", "finished.eventTime no-timestamp");
  }

  @Test
  void whiteSpaceAndOrderDoNotMakeAnotherMapping() {
    assertThat(CanonicalJson.of("{\"b\": [2, 1], \"a\": {\"d\": 1, \"c\": 2}}"))
        .isEqualTo(CanonicalJson.of("{ \"a\":{\"c\":2,\"d\":1},\n\"b\":[2,1] }"))
        .isNotEqualTo(CanonicalJson.of("{\"b\": [1, 2], \"a\": {\"d\": 1, \"c\": 2}}"));
  }

  private static List<String> errors(String json) {
    return failure(json).errors().stream().map(e -> e.path() + " " + e.code()).toList();
  }

  private static InvalidMapping failure(String json) {
    InvalidMapping failure =
        catchThrowableOfType(InvalidMapping.class, () -> MappingReader.read(json));
    assertThat(failure).isNotNull();
    return failure;
  }
}
