package vn.motcua.processing;

import vn.motcua.catalogue.ProcedureCatalogue;
import vn.motcua.worktime.BundledCalendars;

/** What a ministry's own software did, for tests of other packages. */
public final class ElsewhereDesk {

  private ElsewhereDesk() {}

  public static ElsewhereWork of(TestTransactions transactions) {
    DossierTerms terms =
        new DossierTerms(new ProcedureCatalogue(transactions.database()), new BundledCalendars());
    return new ElsewhereWork(
        transactions.database(),
        transactions.dossiers(),
        new SupplementWork(transactions.database(), transactions.dossiers(), terms),
        terms);
  }
}
