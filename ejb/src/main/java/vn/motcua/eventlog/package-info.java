/**
 * Import of event logs (nhập nhật ký xử lý): other people's case logs become datasets whose figures
 * can be computed like the city's own. {@link vn.motcua.eventlog.EventLogImportService} is the
 * door.
 *
 * <p>An upload is spooled to a folder, read into staging tables, checked case by case, and
 * published in chunks; only then does its dataset become active. What is refused is listed with its
 * line and reason. An import that is interrupted in any phase goes on after a restart.
 */
package vn.motcua.eventlog;
