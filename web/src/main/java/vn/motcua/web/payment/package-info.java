/** Money at the desk: fees, receipts, the closing of the day, the bank. */
package vn.motcua.web.payment;
