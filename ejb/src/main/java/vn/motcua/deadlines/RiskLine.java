package vn.motcua.deadlines;

import java.time.Instant;
import vn.motcua.worktime.TimeLeft;

/** An open dossier that will probably be late. */
public record RiskLine(
    String code,
    String procedure,
    String unit,
    String assigneeName,
    Instant dueAt,
    TimeLeft left,
    LateRisk risk) {}
