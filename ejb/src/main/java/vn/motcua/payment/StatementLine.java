package vn.motcua.payment;

import java.time.LocalDate;

/**
 * A line of a bank's statement.
 *
 * @param number in the file, from 1; the header is 1
 * @param amount in đồng; 0 or less: money that left
 */
record StatementLine(int number, LocalDate day, long amount, String description) {}
