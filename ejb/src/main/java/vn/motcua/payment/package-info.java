/**
 * Fees and charges (phí, lệ phí): what is owed for a dossier, how it is paid, the numbered receipt.
 */
package vn.motcua.payment;
