/** The way into the read model in PostgreSQL. */
package vn.motcua.analytics.job.readmodel;
