/**
 * The job that turns the log of dossiers into the figures of the read model.
 *
 * <ul>
 *   <li>{@code facts}: what the log says about one dossier and what that means at a moment
 *   <li>{@code figures}: what a dossier adds to which cell
 *   <li>{@code stream}: the Flink operators between the log and the read model
 *   <li>{@code readmodel}: the way into PostgreSQL
 * </ul>
 *
 * <p>What it does not handle. A record that cannot be decoded leaves a gap in its dossier's
 * sequence: later entries of that dossier wait until the entry is sent again. State is never
 * evicted. Holding back after a start keeps one row per changed dossier and cell in memory. A
 * damaged byte within a checkpoint's state, its length intact, is found only when Flink reads it.
 */
package vn.motcua.analytics.job;
