/**
 * The log (nhật ký sự kiện) and the relay that copies it into Kafka. A change writes its rows and
 * its log entry in one transaction; nobody at a counter waits for Kafka.
 */
package vn.motcua.outbox;
