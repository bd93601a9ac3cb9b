/**
 * The whole system on one machine: PostgreSQL, Kafka, Flink and Payara as child processes of one
 * Java process.
 *
 * <p>{@link vn.motcua.local.Launcher} is what {@code mvn -Prun} starts; {@link
 * vn.motcua.local.Platform} is the same for tests. Each {@link vn.motcua.local.Component} runs one
 * server under a small shell guardian that ends it when the Java process is gone.
 */
package vn.motcua.local;
