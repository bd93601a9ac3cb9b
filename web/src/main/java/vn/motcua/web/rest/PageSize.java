package vn.motcua.web.rest;

/** Reads how many rows a request asks for. */
final class PageSize {

  private PageSize() {}

  /**
   * @param text null or empty: {@code usual}
   * @throws BadPageSize for anything that is no whole number; the services know the bounds
   */
  static int of(String text, int usual) {
    if (text == null || text.isBlank()) {
      return usual;
    }
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new BadPageSize(text);
    }
  }
}
