/**
 * The figures (số liệu): what the stream counted, what the referee recounts, and whether they
 * agree.
 *
 * <p>Meaning, and the choices where law and contract leave one open:
 *
 * <ul>
 *   <li>A dossier is a list of <em>stints</em>: stretches during which one agency is accountable.
 *       One begins by receipt, transfer or reopening and ends by a result, a close without result,
 *       a void or a transfer. All terms of the identity are counted from stints, none is a
 *       difference.
 *   <li>Days belong to the dataset's zone; periods are half-open, so a finish at 00:00 belongs to
 *       the new day.
 *   <li>{@code overdueSince} is the first due moment that passed while the clock ran. A result is
 *       late if the dossier was overdue before it, also when the due moment was moved afterwards:
 *       otherwise a restart could beautify the figure.
 *   <li>A due moment may lie before the step that gave it; the dossier is overdue from that step on
 *       at the earliest.
 *   <li>A corrected calendar or due moment replaces the one given last before it, by reception, the
 *       end of a lawful pause, a restart or a reopening, as if it had always been so: what was
 *       overdue under it may no longer be, and a pause under it may become timely. Lateness under
 *       an earlier due moment stays. What is given at the end of an unlawful pause moves nothing.
 *   <li>A stay in a class that has no length is none; a dossier that an imported log ends before it
 *       begins it runs backwards through one class, so that the identity holds on every day.
 *   <li>A result given during a lawful pause counts as on time: the clock stood.
 *   <li>A dossier without a legal limit is counted apart ({@code undated}); it is never on time.
 *   <li>At a horizon nothing later than T is known: a stock asked for after T is the stock at T.
 * </ul>
 *
 * <p>The second roll-up, {@code board_day}, is cut by the branch that received a dossier (0: none)
 * and by field. Choices in it, with effect from 21/11/2026:
 *
 * <ul>
 *   <li>The receiving branch stays for ever; handing a dossier to another agency moves nothing. The
 *       terms that both roll-ups have (opened, ended, overdue, received, results, closed) are
 *       counted from the same stints, so their sums over all branches and fields are equal.
 *   <li>A void entry counts by its stints only: nothing was due, asked, served or rated.
 *   <li>{@code due_fallen}: on the day of the first due moment that there was, as soon as the
 *       dossier exists, whatever became of it; {@code due_late}: of these, all that were ever
 *       overdue. Readers take the days up to T's; what is due later on T's day is in.
 *   <li>Steps, working time: each dossier once, on the day of the result that stands; a reopened
 *       one waits for its new result, and all its steps count. Only with a baseline; of working
 *       time only where it is known. More than the baseline counts as it is, so a saving can be
 *       negative.
 *   <li>Papers, on the day of receipt: only where the baseline asks for any.
 *   <li>Second requests count on the day of the request, episodes on the day of the receipt that
 *       opened them; a re-check of the same items is counted apart and never as a second request.
 *   <li>Of the ratings of a dossier the first counts, on the day it was given: the elements
 *       answered 1 to 5, of these 4 and 5 as satisfied; trust is its own question. A dossier counts
 *       once as returned, on the day it was handed over last.
 * </ul>
 *
 * <p>The third, {@code indicator_day}, is in long form: series, body, field, day, range of minutes.
 * What its series mean is declared by {@link vn.motcua.figures.indicator}. Choices in it, with
 * effect from 22/11/2026:
 *
 * <ul>
 *   <li>A dossier counts by the result that stands, for the agency accountable at it; one that was
 *       reopened waits for its new result. Of several hand-overs to the applicant the last counts.
 *   <li>A step is clicked through if it was done less than a minute after the one before it in the
 *       log's order, and not before it; a hand-over is a step by another body than that of the last
 *       step whose body is known.
 *   <li>Accepted at the first try: no request of any kind after the receipt; a re-check of the same
 *       items is none. What was asked before the receipt lies before the log.
 *   <li>Paused time is that of lawful pauses begun before the dossier was overdue, in all its
 *       stints; late by: from overdueSince to the result.
 *   <li>The log says neither who was waited for in a pause nor when a consulted body was asked, nor
 *       when the reception handed a dossier on; these are counted from the operational tables.
 * </ul>
 */
package vn.motcua.figures;
