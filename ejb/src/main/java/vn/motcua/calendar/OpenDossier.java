package vn.motcua.calendar;

import java.time.Instant;
import java.util.List;
import vn.motcua.worktime.Allowance;
import vn.motcua.worktime.ReceiptChannel;
import vn.motcua.worktime.Suspension;

/**
 * An open dossier with all that its due moment was counted from.
 *
 * @param branchId where it was received, null where nowhere
 * @param runsFrom the receipt, or the last restart of the clock
 * @param allowance of its procedure on the day of receipt; null: not known
 * @param pauses lawful ones after {@code runsFrom} that are over
 */
record OpenDossier(
    long id,
    String code,
    Integer branchId,
    Instant runsFrom,
    Instant due,
    ReceiptChannel channel,
    boolean sameDay,
    Allowance allowance,
    List<Suspension> pauses) {}
