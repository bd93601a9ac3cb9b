package vn.motcua.processing;

/**
 * What a screen showed when a button was pressed. A step is refused where the dossier has changed
 * since, except by the very same step: pressed twice is done once.
 *
 * @param sequence number of the dossier's last history row then
 * @param taskVersion version of the step then
 * @param taskId of an opinion asked for beside the present step; 0: the present step itself
 */
public record Seen(long dossierId, int sequence, int taskVersion, long taskId) {

  /** At the step at which the dossier stands. */
  public Seen(long dossierId, int sequence, int taskVersion) {
    this(dossierId, sequence, taskVersion, 0);
  }
}
