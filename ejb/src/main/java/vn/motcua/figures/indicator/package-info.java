/**
 * The register of indicators (sổ chỉ tiêu). Each is declared once, in one of the files {@code
 * …Indicators}: code, names, kind, what it may legally be cut by, formula in words, target, since
 * when, on what legal ground, and where its numbers come from. Labels, columns of the CSV and the
 * page are derived from the declaration.
 *
 * <p>To add one: a declaration here; a contribution in the stream's job, or a file of SQL beside
 * this package where the log does not carry it; its rows in {@code referee-indicators.sql}, written
 * by hand from the formula in words; a test. Declarations know nothing of the stream's code and the
 * referee knows nothing of either.
 *
 * <p>Choices where law leaves one open, with effect from 22/11/2026: a dossier counts by the result
 * that stands, for the agency accountable at it; what lies with the counter counts for the
 * receiving branch; a void entry counts nowhere; minutes are whole, rounded down, and fall into
 * fixed ranges of which each is at most an eighth wide, so p50 and p90 are exact to an eighth; a
 * rank needs at least {@link vn.motcua.figures.indicator.IndicatorAnswer#MINIMUM_SAMPLE} cases.
 */
package vn.motcua.figures.indicator;
