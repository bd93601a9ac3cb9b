/**
 * The figures job against other ways of counting the same log: raw reading, reading with decoding,
 * Kafka Streams, and the referee's SQL. Every contender has a process of its own.
 */
package vn.motcua.analytics.bench;
