/**
 * From events to checked cases: the file's rows go into staging tables, PostgreSQL groups and
 * orders them, and each case is taken or refused as a whole.
 */
package vn.motcua.eventlog.staging;
