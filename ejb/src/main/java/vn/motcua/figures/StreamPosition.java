package vn.motcua.figures;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the stream has come (độ mới của số liệu).
 *
 * @param time everything recorded before this moment is in its figures; null if it never ran
 * @param age how long ago that is
 * @param pending entries of the log behind it, counted up to a limit
 * @param setAside records of the log that it could not count (bản ghi bị để riêng), without those
 *     that were sent once more
 */
public record StreamPosition(Instant time, Duration age, long pending, long setAside) {}
