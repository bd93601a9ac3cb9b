package vn.motcua.acceptance;

/**
 * The stock of a branch that waits to be accepted, at a moment. Each submission is in exactly one
 * of {@code within} and {@code beyond}; the unseen ones are counted apart.
 *
 * @param within the 8 working hours are not over
 * @param unseenWithin nobody has seen it, and the 2 hours are not over
 */
public record BranchWaiting(
    int branchId, String branch, int within, int beyond, int unseenWithin, int unseenBeyond) {}
