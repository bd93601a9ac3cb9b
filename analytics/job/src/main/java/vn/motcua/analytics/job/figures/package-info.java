/** What dossiers add to the figures of the read model: pure counting, no Flink, no database. */
package vn.motcua.analytics.job.figures;
