package vn.motcua.analytics.job.watch;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.analytics.job.facts.Entry;

/** What is known of an open dossier between two looks. {@link WatchStateCodec} keeps it. */
final class WatchState {

  WatchedDossier dossier = new WatchedDossier();

  /** What was handed on and may still change. */
  List<WatchedAlert> told = new ArrayList<>();

  /** The body with which it was told. */
  int toldUnit;

  /** T of the last look. Never goes back: after a restart the ticks come again from before. */
  long lookedAt = Entry.NONE;

  long armedFor = Entry.NONE;
}
