package vn.motcua.identity;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes passwords that can be read aloud and typed: no letter that looks like another. */
final class PasswordMaker {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private final SecureRandom random = new SecureRandom();

  /** Four groups of four: about 79 bits. */
  String next() {
    return IntStream.range(0, 4).mapToObj(group -> group()).collect(Collectors.joining("-"));
  }

  private String group() {
    return random
        .ints(4, 0, LETTERS.length())
        .mapToObj(LETTERS::charAt)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }
}
