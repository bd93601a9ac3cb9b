package vn.motcua.processing;

/**
 * What a screen showed when a button was pressed. A step is refused where the dossier has changed
 * since, except by the very same step: pressed twice is done once.
 *
 * @param sequence number of the dossier's last history row then
 * @param taskVersion version of its present step then
 */
public record Seen(long dossierId, int sequence, int taskVersion) {}
