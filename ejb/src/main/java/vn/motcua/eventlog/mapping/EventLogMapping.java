package vn.motcua.eventlog.mapping;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * How one log is to be understood. {@link MappingReader} makes it from JSON.
 *
 * @param name the dataset's name; null means the file's
 * @param zone for local times, for day boundaries and for the dataset
 * @param csv null for XES
 * @param timestamp null where rows are cases and not events
 * @param actor null where the log names nobody
 * @param received null means the first event
 * @param due null where only the rule {@code noDueDate} gives one
 * @param finished null where no case of the log has a result
 * @param closed in order: the first rule that holds decides
 * @param negativeResult marks the finished cases whose result is a refusal; null: none is
 * @param unit null where the log knows no bodies
 * @param dueAtDayStart true: a due date without a time means 00:00; false: the whole day is in time
 * @param missing words that mean "no value" beside the empty text; compared exactly, after spaces
 *     around are taken off
 * @param mergeTraces true: traces with the same id are one case; false: the later ones are refused
 * @param toleratedRefusal the share of refused cases, 0 to 1, above which the import fails
 */
public record EventLogMapping(
    String name,
    LogFormat format,
    ZoneId zone,
    CsvDialect csv,
    Source caseId,
    Source.EventAttribute activity,
    Source.EventAttribute timestamp,
    Source.EventAttribute actor,
    Source received,
    Source due,
    Source finished,
    List<CloseRule> closed,
    CloseRule.Marker negativeResult,
    Source unit,
    Source field,
    ChannelRule channel,
    NoDueDate noDueDate,
    boolean dueAtDayStart,
    MomentFormat moments,
    Set<String> missing,
    boolean mergeTraces,
    double toleratedRefusal) {}
