package vn.motcua.deadlines;

/** The tables of thresholds with days (ngưỡng theo ngày), with the two halves of their keys. */
public enum ThresholdTable {
  /** When the stream raises an alert: minutes before the due moment or since the last deed. */
  ALERT("alert_rule", "kind", "procedure_id", "minutes", 1),
  /** After how many working minutes an alert comes up to whom (leo thang). */
  ESCALATION("escalation_step", "kind", "level", "minutes", 0),
  /** From which value on a branch is busy or overloaded (quá tải). */
  OVERLOAD("overload_level", "measure", "level", "least", 1);

  private final String name;
  private final String kind;
  private final String part;
  private final String value;
  private final int least;

  ThresholdTable(String name, String kind, String part, String value, int least) {
    this.name = name;
    this.kind = kind;
    this.part = part;
    this.value = value;
    this.least = least;
  }

  /** The smallest value that makes sense. */
  int least() {
    return least;
  }

  /** All rows that end after a day, in one shape for all tables. */
  String select() {
    return sql(
        """
        select '#NAME#' as threshold, #KIND# as kind, #PART#::text as part, #VALUE# as value, basis,
          valid_from, valid_to
        from #TABLE# where valid_to > ?""");
  }

  /** Ends the row that holds on a day, there. */
  String end() {
    return sql(
        """
        update #TABLE# set valid_to = ?
        where #KIND# = ? and #PART#::text = ? and valid_from < ? and valid_to > ?""");
  }

  /** Sets value and basis of a row that begins on a day. */
  String set() {
    return sql(
        """
        update #TABLE# set #VALUE# = ?, basis = ?
        where #KIND# = ? and #PART#::text = ? and valid_from = ?""");
  }

  /** Copies the row that holds on a day to begin there, with another value and basis. */
  String copy() {
    String more = this == ALERT ? ", working, not_before_percent" : "";
    return sql("""
            insert into #TABLE# (#KIND#, #PART#, #VALUE#, basis, valid_from, valid_to#MORE#)
            select #KIND#, #PART#, ?, ?, ?, valid_to#MORE#
            from #TABLE#
            where #KIND# = ? and #PART#::text = ? and valid_from < ? and valid_to > ?""")
        .replace("#MORE#", more);
  }

  private String sql(String text) {
    return text.replace("#NAME#", name())
        .replace("#TABLE#", name)
        .replace("#KIND#", kind)
        .replace("#PART#", part)
        .replace("#VALUE#", value);
  }
}
