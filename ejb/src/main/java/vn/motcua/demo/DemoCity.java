package vn.motcua.demo;

import java.util.List;
import java.util.Set;
import vn.motcua.dossier.Channel;

/**
 * What the demo's city is like: who comes where for what, and who is slow. Invented, but in the
 * proportions that make a day look like one.
 */
final class DemoCity {

  /** Codes of the twelve branches (seed 002), by the people they serve. */
  static final List<Share<String>> BRANCHES =
      List.of(
          new Share<>("cn-tay-ho", 6),
          new Share<>("cn-cau-giay", 12),
          new Share<>("cn-son-tay", 7),
          new Share<>("cn-dong-anh", 11),
          new Share<>("cn-hoai-duc", 7),
          new Share<>("cn-ha-dong", 12),
          new Share<>("cn-thanh-oai", 5),
          new Share<>("cn-thuong-tin", 7),
          new Share<>("cn-hoang-mai", 12),
          new Share<>("cn-nam-tu-liem", 9),
          new Share<>("cn-long-bien", 8),
          new Share<>("cn-dong-da", 14));

  /** Codes of the procedures that are asked for. */
  static final List<Share<String>> PROCEDURES =
      List.of(
          new Share<>("2.000815", 22),
          new Share<>("2.000635", 12),
          new Share<>("1.004873", 9),
          new Share<>("1.001193", 8),
          new Share<>("2.000884", 7),
          new Share<>("1.004194", 6),
          new Share<>("1.004222", 6),
          new Share<>("1.001612", 5),
          new Share<>("2.000720", 3),
          new Share<>("1.000894", 4),
          new Share<>("1.000656", 3),
          new Share<>("1.004859", 3),
          new Share<>("1.013225", 3),
          new Share<>("1.013314", 2),
          new Share<>("1.012786", 4),
          new Share<>("1.012784", 2),
          new Share<>("1.012790", 1),
          new Share<>("2.001583", 3),
          new Share<>("2.002041", 3),
          new Share<>("2.002288", 2));

  static final List<Share<Channel>> CHANNELS =
      List.of(
          new Share<>(Channel.DIRECT, 52),
          new Share<>(Channel.ONLINE, 43),
          new Share<>(Channel.POST, 5));

  /** How many dossiers one visit brings. */
  static final List<Share<Integer>> VISIT_SIZES =
      List.of(new Share<>(1, 86), new Share<>(2, 11), new Share<>(3, 3));

  /** Procedures whose agency takes its time: land and building. */
  static final Set<String> SLOW_PROCEDURES = Set.of("1.012786", "1.012784", "1.012790", "1.013225");

  /** The branch whose people wait longest. */
  static final Set<String> SLOW_BRANCHES = Set.of("cn-thanh-oai", "cn-son-tay");

  private DemoCity() {}
}
