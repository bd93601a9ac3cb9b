/**
 * The deadline watch (theo dõi hạn): what people must be told about an open dossier, as alerts that
 * are raised and cleared by the log and the ticks alone. The same log gives the same alerts with
 * the same ids, whatever was replayed, repeated or late. An imported log raises none.
 *
 * <p>What no event speaks of is not here: the limit of a step, a promise moved with an apology,
 * what waits for acceptance, feedback. Those the application reads from its own tables (context
 * {@code deadlines}).
 */
package vn.motcua.analytics.job.watch;
