/**
 * The people's voice: feedback on rules and conduct (phản ánh, kiến nghị – PAKN), and the register
 * of complaints (khiếu nại) and denunciations (tố cáo), which other laws decide.
 *
 * <p>Who is judged never judges: the deciding body is neither the judged one nor below it, and
 * neither is who signs the answer. Identities lie in rows of their own, are read by few, and never
 * leave with a publication.
 */
package vn.motcua.feedback;
