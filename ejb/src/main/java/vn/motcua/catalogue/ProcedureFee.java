package vn.motcua.catalogue;

import vn.motcua.events.Channel;

/**
 * A fee or charge (phí, lệ phí) that is known.
 *
 * @param channel null: every channel that has no fee of its own
 * @param appliesTo the case it is for, in Vietnamese; empty: the general case
 * @param amount in đồng; 0 means free, and published as such
 */
public record ProcedureFee(Channel channel, String appliesTo, long amount) {}
