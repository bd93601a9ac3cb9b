package vn.motcua.web.leadership;

import java.util.List;

/**
 * A tile as the page shows it.
 *
 * @param live whether there is a figure; else the reason stands in its place
 * @param state good, bad or unknown, as the states of all screens
 * @param stateWord what it says
 * @param sinceYesterday better, worse, same, or empty
 * @param dossiers address of the dossiers behind the figure; null where there is no list
 */
public record TileView(
    String code,
    String name,
    boolean live,
    String state,
    String stateWord,
    String value,
    String counted,
    String reason,
    String target,
    String source,
    String former,
    Bullet bullet,
    String scaleLow,
    String scaleHigh,
    String sentence,
    Sparkline sparkline,
    String sparkWords,
    String sinceYesterday,
    String sinceYesterdayWords,
    String sinceFormer,
    String sinceFormerWords,
    List<SideView> sides,
    String dossiers) {

  /**
   * A figure beside it.
   *
   * @param dossiers address of the dossiers behind it; null where there is no list
   */
  public record SideView(String name, String value, String dossiers) {}
}
