package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.ProcedureRequirements;
import vn.motcua.world.CityWorld;

/** To whom a decision is delegated (ủy quyền), as the counter and a dossier's page tell it. */
class DelegationShownTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final CityWorld city = new CityWorld();

  @Test
  void isToldOfTheDayOnWhichItHolds() throws SQLException {
    int procedure =
        Integer.parseInt(
            city.value("select id from procedure where code = '" + CityWorld.BIRTH + "'"));
    long before = city.received(city.person(1)).id();
    ProcedureRequirements law = new ProcedureRequirements(city.plain);
    assertThat(law.delegatedTo(procedure, TODAY)).isEmpty();
    city.execute(
        "update procedure_version set delegated_to = 'Trưởng phòng Tư pháp',"
            + " delegated_from = '2026-11-21', delegation_document = 'QĐ 1'"
            + " where procedure_id = "
            + procedure);
    city.at("2026-11-23T03:00:00Z");
    long after = city.received(city.person(2)).id();
    assertThat(law.delegatedTo(procedure, TODAY)).as("not yet").isEmpty();
    assertThat(law.delegatedTo(procedure, TODAY.plusDays(1))).isEqualTo("Trưởng phòng Tư pháp");
    assertThat(header(before).delegatedTo()).as("received the day before").isEmpty();
    assertThat(header(after).delegatedTo()).isEqualTo("Trưởng phòng Tư pháp");
  }

  private DossierView.Header header(long id) throws SQLException {
    try (Connection connection = city.plain.getConnection()) {
      return new DossierRows(connection, CityWorld.CALENDARS.hours(), city.now()).header(id, true);
    }
  }
}
