package vn.motcua.web.supervision;

/**
 * One cell in which stream and referee differ, in words.
 *
 * @param flow what is counted in it
 */
public record DifferingCell(
    String day, String unit, String field, String channel, String flow, FigureCell count) {}
