/**
 * The event contract: the messages of the log (generated from {@code log.avdl}), their bytes, and
 * where they travel. No Jakarta EE, no Flink.
 */
package vn.motcua.events;
