package vn.motcua.reference;

import java.util.ArrayList;
import java.util.List;

/** Counts what becomes of the rows of one file while it is loaded. */
final class Tally {
  private int taken;
  private int unchanged;
  private int ended;
  private final List<Refusal> refusals = new ArrayList<>();

  void taken() {
    taken++;
  }

  void unchanged() {
    unchanged++;
  }

  void ended() {
    ended++;
  }

  void refuse(int line, RefusalCode code, Object... arguments) {
    refusals.add(Refusal.of(line, code, arguments));
  }

  void refuse(List<Refusal> more) {
    refusals.addAll(more);
  }

  FileReport report(String file) {
    return new FileReport(file, taken, unchanged, ended, refusals);
  }
}
