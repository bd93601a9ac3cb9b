package vn.motcua.deadlines;

/**
 * The chance that an open dossier will be late (nguy cơ trễ), and where the time goes.
 *
 * @param percent 0 to 100
 * @param step the step that takes the most beyond its limit, from the present one on
 * @param side whose it is: {@code INTAKE}, {@code AGENCY} or {@code RETURN}
 * @param typicalMinutes working minutes that it usually takes, or has taken already
 * @param allowedMinutes working minutes that it may take
 * @param samples how many dossiers of the same step the chance rests upon
 */
public record LateRisk(
    int percent,
    String step,
    String stepEn,
    String side,
    long typicalMinutes,
    long allowedMinutes,
    int samples) {}
