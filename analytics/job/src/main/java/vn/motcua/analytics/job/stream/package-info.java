/** The Flink operators between the log and the read model. */
package vn.motcua.analytics.job.stream;
