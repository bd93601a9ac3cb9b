/**
 * How the job runs in a cluster of processes: one place for what tests and manifests must share.
 */
package vn.motcua.analytics.job.cluster;
