/**
 * Why dossiers were late (nguyên nhân trễ): by rule from their history, and beside it what an
 * officer says. Both are kept apart: nobody's word changes what the rule found, and who was
 * attributed a delay may contest it.
 *
 * <p>The rule, with effect from 22/11/2026 (written in {@code indicator/late-sides.sql}): of every
 * dossier that was ever overdue, each step, opinion and supplement is held against its own limit,
 * in working time of the city's calendar:
 *
 * <ul>
 *   <li>{@code INTAKE} (tiếp nhận): the first step, beyond its limit.
 *   <li>{@code RETURN} (chuyển trả): steps at the receiving branch after another body's, beyond
 *       their limit, while the branch does not decide itself.
 *   <li>{@code AGENCY} (cơ quan giải quyết): all other steps beyond their limit, less what was
 *       waited for an opinion or a supplement.
 *   <li>{@code CONSULTED} (nơi được lấy ý kiến): opinions beyond their limit.
 *   <li>{@code APPLICANT} (người dân bổ sung): supplements asked for too late to stop the clock,
 *       for as long as they took; one asked for in time costs nobody's limit.
 *   <li>The cause is the side that lost the most whole minutes; of equals the first by name. {@code
 *       UNKNOWN}: nothing ran beyond its limit, as where the limits of the steps add up to more
 *       than the dossier's, or the history has no steps.
 * </ul>
 *
 * <p>Working time is known for some 500 days back; what lies before counts as none.
 */
package vn.motcua.figures.late;
