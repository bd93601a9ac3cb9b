package vn.motcua.analytics.job.stream;

import org.apache.flink.api.connector.source.SourceEvent;

/** What a reader of the log tells: it reads a backlog from now on, or no longer. */
record BacklogEvent(boolean backlog) implements SourceEvent {}
