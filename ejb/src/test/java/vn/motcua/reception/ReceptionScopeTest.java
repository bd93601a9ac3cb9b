package vn.motcua.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.reception.Visitors.TEN_O_CLOCK;
import static vn.motcua.reception.Visitors.birth;
import static vn.motcua.reception.Visitors.copyOfRecord;
import static vn.motcua.reference.LoadedDatabase.execute;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.motcua.reference.LoadedDatabase;

/** The counter asks the intake scope before it receives. */
class ReceptionScopeTest {

  private final DataSource database = LoadedDatabase.fresh();
  private final Counter counter = new Counter(database);
  private final Visitors visitors = new Visitors(database);

  @Test
  void whatTheScopeRefusesTodayIsNotReceivedAndEverythingElseIs() throws SQLException {
    execute(
        database,
        """
        insert into intake_scope (dataset_id, procedure_id, allowed, valid_from, document,
          recorded_by, recorded_at)
        select 1, id, false, '2026-11-01', 'QĐ thử', 'test', now()
        from procedure where code = '%s'
        """
            .formatted(birth().procedureCode()));
    assertThatThrownBy(
            () ->
                counter.receive(
                    visitors.at(TEN_O_CLOCK), visitors.visit(visitors.person(1), birth())))
        .isInstanceOfSatisfying(
            IntakeFailure.Refused.class,
            refused ->
                assertThat(refused.findings())
                    .extracting(Finding::code)
                    .containsExactly("scope-closed"));
    assertThat(
            counter
                .receive(
                    visitors.at(TEN_O_CLOCK), visitors.visit(visitors.person(2), copyOfRecord()))
                .dossiers())
        .hasSize(1);
  }
}
