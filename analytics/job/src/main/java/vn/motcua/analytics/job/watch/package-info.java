/**
 * The deadline watch (theo dõi hạn): what people must be told about an open dossier, as alerts that
 * are raised and cleared by the log and the ticks alone. The same log gives the same alerts with
 * the same ids, whatever was replayed, repeated or late. An imported log raises none.
 *
 * <p>The terms of a step, of what waits for acceptance and of feedback are no part of a dossier's
 * history: they come as messages of their own ({@link vn.motcua.events.Term}) to {@link
 * vn.motcua.analytics.job.watch.TermWatch}. Not here is only a promise moved with an apology: the
 * application reads it from its own table (context {@code deadlines}).
 */
package vn.motcua.analytics.job.watch;
