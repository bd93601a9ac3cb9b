/** What the import found about single events and cases: refusals and remarks. */
package vn.motcua.eventlog.finding;
