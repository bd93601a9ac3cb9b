/**
 * What the log says about one dossier, and what that means at a moment: pure rules, no Flink, no
 * database, no clock.
 */
package vn.motcua.analytics.job.facts;
