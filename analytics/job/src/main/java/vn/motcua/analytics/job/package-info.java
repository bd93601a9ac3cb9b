/** The job that turns the log of dossiers into the figures of the read model. */
package vn.motcua.analytics.job;
