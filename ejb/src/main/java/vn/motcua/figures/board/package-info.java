/**
 * The leadership's board (bảng 3–3–3): the nine goals “3 tăng, 3 giảm, 3 không” with their targets,
 * cut by receiving branch and field, read from the stream's roll-up {@code board_day}. What each
 * flow means is said by package {@code vn.motcua.figures}; how flows become a figure, here.
 *
 * <ul>
 *   <li>A figure is a numerator and a denominator. An empty denominator is “không có dữ liệu”,
 *       never 0 or 100 %.
 *   <li>Only days up to the day of T are read; what falls due later on that very day is in.
 *   <li>A period that is still running is compared with as many days of the former one.
 *   <li>“Since yesterday” is the same period as it stood at the end of the day before T's.
 *   <li>The age of the overdue stock is counted in calendar days since the due moment passed: up to
 *       3, up to 10, more.
 * </ul>
 */
package vn.motcua.figures.board;
