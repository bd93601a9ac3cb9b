package vn.motcua.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of search results ended: the sort key of its last row. */
record SearchPosition(int rank, int length, String code) {

  static final SearchPosition START = new SearchPosition(-1, 0, "");

  private static final Pattern FORM = Pattern.compile("(\\d{1,2})~(\\d{1,5})~([0-9A-Za-z.]{1,20})");

  static SearchPosition parse(String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return START;
    }
    Matcher form = FORM.matcher(cursor);
    if (!form.matches()) {
      throw new CatalogueFailure.BadCursor(cursor);
    }
    return new SearchPosition(
        Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), form.group(3));
  }

  @Override
  public String toString() {
    return rank + "~" + length + "~" + code;
  }
}
