package vn.motcua.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.world.CityWorld;

/** Records that were set aside: listed, chosen, sent once more, on a real PostgreSQL. */
class DeadLettersTest {

  private final CityWorld city = new CityWorld();
  private final DeadLetters letters =
      new DeadLetters(city.database, city.access, city.trail, city.clock);
  private final long dossier = city.received(city.person(1)).id();

  @BeforeEach
  void setAside() {
    city.signIn("quantri");
    insert(1, 0, 7, dossier);
    insert(1, 0, 9, dossier);
    insert(1, 2, 3, null);
    insert(2, 0, 1, dossier);
  }

  @Test
  void ofTheGenerationThatIsShownAndOnlyForThoseWhoAnswerForIt() {
    assertThat(city.call(letters::list)).extracting(DeadLetter::position).containsOnly(7L, 9L, 3L);
    city.signIn("lan");
    assertThatThrownBy(() -> city.call(letters::list))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
    assertThatThrownBy(() -> replay(place(0, 7))).isInstanceOf(IdentityFailure.NotAllowed.class);
  }

  @Test
  void askedForOnceSentOnceWithALineInTheTrail() throws SQLException {
    assertThat(replay(place(0, 7))).extracting(DeadLetter::replayRequestedBy).contains("quantri");
    replay(place(0, 7));
    assertThat(audited()).isEqualTo("1");

    try (Connection connection = city.plain.getConnection()) {
      Replays replays = new Replays(connection);
      assertThat(replays.requested()).containsExactly(dossier);
      List<LogReader.Entry> entries =
          replays.entries(dossier, new LogReader.Place("9999999999", 0));
      assertThat(entries)
          .hasSize(
              Integer.parseInt(city.value("select sequence from dossier where id = " + dossier)))
          .extracting(LogReader.Entry::aggregateId)
          .containsOnly(dossier);
      assertThat(replays.entries(dossier, new LogReader.Place("1", 0)))
          .as("what was not sent yet is not sent before its time")
          .isEmpty();
      replays.done(dossier);
      assertThat(replays.requested()).isEmpty();
    }
    assertThat(city.call(letters::list))
        .as("what is settled comes last")
        .last()
        .satisfies(letter -> assertThat(letter.replayedAt()).isNotNull());
    assertThat(letter(9).replayedAt()).as("nobody asked for it").isNull();
    replay(place(0, 7));
    assertThat(audited()).as("done is done").isEqualTo("1");
  }

  @Test
  void oneThatCannotBeSentStopsAll() {
    assertThatThrownBy(() -> replay(place(0, 7), place(2, 3)))
        .isInstanceOf(DeadLetterFailure.NotOurs.class);
    assertThatThrownBy(() -> replay(place(0, 7), place(0, 8)))
        .isInstanceOf(DeadLetterFailure.Unknown.class);
    assertThatThrownBy(this::replay).isInstanceOf(DeadLetterFailure.BadChoice.class);
    assertThat(letter(7).replayRequestedAt()).isNull();
  }

  private DeadLetter letter(long position) {
    return city.call(letters::list).stream()
        .filter(letter -> letter.position() == position)
        .findFirst()
        .orElseThrow();
  }

  private List<DeadLetter> replay(DeadLetter.Place... places) {
    return city.call(() -> letters.replay(List.of(places)));
  }

  private static DeadLetter.Place place(int partition, long position) {
    return new DeadLetter.Place("dossier-events", partition, position);
  }

  private String audited() {
    return city.value("select count(*) from audit_entry where action = 'dead-letter.replay'");
  }

  private void insert(int generation, int partition, long position, Long whose) {
    city.value(
        "insert into dead_letter (generation, topic, partition, position, reason, dossier_id)"
            + " values (%d, 'dossier-events', %d, %d, 'NOT_A_MESSAGE', %s) returning position",
        generation, partition, position, whose);
  }
}
