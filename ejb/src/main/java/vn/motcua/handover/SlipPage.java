package vn.motcua.handover;

import java.util.List;

/**
 * A page of a list.
 *
 * @param total how many there are on all pages, so that nobody misses one
 * @param next mark of the next page; null: this is the last
 */
public record SlipPage<T>(List<T> lines, long total, String next) {

  public SlipPage {
    lines = List.copyOf(lines);
  }
}
