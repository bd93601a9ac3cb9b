/**
 * The audit trail (nhật ký kiểm toán): an append-only record of who did what and who was refused,
 * sealed in chained batches so that a change made behind the application's back is found. It knows
 * no other context: everything may write to it.
 */
package vn.motcua.audit;
