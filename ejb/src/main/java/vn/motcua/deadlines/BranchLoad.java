package vn.motcua.deadlines;

import java.util.List;

/**
 * How busy a branch is now (tải của chi nhánh).
 *
 * @param arrivals visits (lượt) received in the last hour
 * @param counters open counters: clerks who received somebody in the last hour
 * @param queue what waits for the counter: filings to be accepted, dossiers to be passed on
 * @param waiting working minutes that the oldest filing waits; 0 where none does
 * @param level {@code NORMAL}, {@code BUSY} or {@code OVERLOADED}: the worst of the three
 * @param reasons what reached a level: {@code ARRIVALS}, {@code QUEUE}, {@code WAITING}
 */
public record BranchLoad(
    int branchId,
    String branch,
    int arrivals,
    int counters,
    int queue,
    long waiting,
    String level,
    List<String> reasons) {}
