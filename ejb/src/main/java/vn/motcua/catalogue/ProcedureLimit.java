package vn.motcua.catalogue;

import vn.motcua.events.Channel;

/**
 * The time within which a procedure must be decided (thời hạn giải quyết).
 *
 * @param channel null: every channel that has no limit of its own
 * @param appliesTo the case it is for, in Vietnamese; empty: the general case
 * @param amount in {@code unit}
 */
public record ProcedureLimit(Channel channel, String appliesTo, int amount, LimitUnit unit) {}
