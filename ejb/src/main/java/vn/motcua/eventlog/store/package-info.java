/** The import tables: the queue, its progress, the findings, and bulk writing. */
package vn.motcua.eventlog.store;
