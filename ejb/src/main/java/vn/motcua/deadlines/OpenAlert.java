package vn.motcua.deadlines;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that holds now. Nobody's personal data.
 *
 * @param id the same whoever asks: named by what it is about and since when
 * @param code of the dossier, the submission or the feedback
 * @param dossierId 0 where it is none
 * @param unitId the body that is to act
 * @param branchId the receiving branch; 0 where there is none
 * @param role whose step it is; empty where it is none
 * @param assignee login of who took the step, empty where nobody did
 * @param assigneeName in full, empty likewise
 * @param step name of the present step, empty where there is none
 * @param place {@code BRANCH} or {@code AGENCY}, of the present step
 * @param stepPosition of the present step, 0 where there is none
 * @param raisedAt since when it holds
 * @param dueAt null where no law sets a limit
 * @param sameDay received and due on the same day
 * @param hours the threshold that was passed (quá N giờ); 0 where there is none
 * @param urgedAt when somebody was last urged because of it, else null
 */
public record OpenAlert(
    UUID id,
    AlertKind kind,
    String code,
    long dossierId,
    int unitId,
    int branchId,
    int procedureId,
    String procedure,
    String unit,
    String role,
    String assignee,
    String assigneeName,
    String step,
    String stepEn,
    int stepPosition,
    Instant stepBegunAt,
    Instant raisedAt,
    Instant dueAt,
    boolean sameDay,
    int hours,
    Instant urgedAt) {}
