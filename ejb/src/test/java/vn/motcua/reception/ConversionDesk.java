package vn.motcua.reception;

import javax.sql.DataSource;
import vn.motcua.catalogue.ProcedureCatalogue;
import vn.motcua.catalogue.ProcedureDeadlines;
import vn.motcua.dossier.DossierService;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateService;

/** The reception's side of a conversion, for tests of other packages. */
public final class ConversionDesk {

  private ConversionDesk() {}

  public static ConversionIntake of(DataSource database, DossierService dossiers) {
    BundledCalendars calendars = new BundledCalendars();
    return new ConversionIntake(
        database,
        dossiers,
        new ProcedureDeadlines(new ProcedureCatalogue(database), new DueDateService(calendars)),
        calendars,
        new PublicTokens());
  }
}
