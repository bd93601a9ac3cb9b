package vn.motcua.reference;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that an edition as a whole says: what it no longer names ends on its day, what it says
 * otherwise is closed and opened anew. A row that is refused ends nothing.
 *
 * @param <K> what identifies a row, whatever its day
 * @param <C> what a row says
 */
abstract class VersionedRows<K, C> implements ReferenceSection {

  /** A row that is valid with no end. */
  record Open<C>(LocalDate validFrom, C content) {}

  private final Map<K, Open<C>> recorded = new HashMap<>();
  private final Set<K> named = new HashSet<>();

  final void known(K key, LocalDate validFrom, C content) {
    recorded.put(key, new Open<>(validFrom, content));
  }

  abstract K key(ReferenceRow row) throws BadCell;

  abstract C content(ReferenceRow row) throws BadCell;

  /** Rows that people have taken over are left alone. */
  boolean isManaged(K key) {
    return false;
  }

  abstract void close(K key, LocalDate day) throws SQLException;

  abstract void open(K key, C content, LocalDate day) throws SQLException;

  final void take(ReferenceFile file, Tally tally) throws SQLException {
    LocalDate from = file.effectiveFrom();
    boolean whole = file.refusals().isEmpty();
    for (ReferenceRow row : file.rows()) {
      try {
        K key = key(row);
        if (isManaged(key)) {
          named.add(key);
          tally.unchanged();
        } else if (named.add(key)) {
          take(row.line(), key, content(row), from, tally);
        } else {
          tally.refuse(row.line(), RefusalCode.REPEATED, key.toString());
        }
      } catch (BadCell e) {
        whole = false;
        tally.refuse(List.of(e.at(row.line())));
      }
    }
    if (whole) {
      for (Map.Entry<K, Open<C>> row : recorded.entrySet()) {
        if (!named.contains(row.getKey()) && row.getValue().validFrom().isBefore(from)) {
          close(row.getKey(), from);
          tally.ended();
        }
      }
    }
  }

  private void take(int line, K key, C content, LocalDate from, Tally tally) throws SQLException {
    Open<C> former = recorded.get(key);
    if (former == null) {
      open(key, content, from);
      tally.taken();
    } else if (former.content().equals(content)) {
      tally.unchanged();
    } else if (former.validFrom().isBefore(from)) {
      close(key, from);
      open(key, content, from);
      tally.taken();
    } else {
      tally.refuse(line, RefusalCode.SAME_DAY_OTHER_CONTENT, key.toString());
    }
  }
}
