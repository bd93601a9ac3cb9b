package vn.motcua.eventlog.mapping;

import java.util.Map;
import vn.motcua.events.Channel;

/**
 * How the log's channels become ours (kênh nộp).
 *
 * @param from null where the log names no channel
 * @param values the log's words, exactly as written there
 * @param otherwise for a missing or unnamed value
 */
public record ChannelRule(Source from, Map<String, Channel> values, Channel otherwise) {}
