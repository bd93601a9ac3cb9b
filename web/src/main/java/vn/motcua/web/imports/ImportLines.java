package vn.motcua.web.imports;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.eventlog.store.EventLogImport;
import vn.motcua.web.layout.Words;

/** Makes imports ready for screens: each with the dataset that came of it. */
@RequestScoped
public class ImportLines {

  @EJB private DatasetDirectory datasets;
  @Inject private Words words;

  List<ImportLine> of(List<EventLogImport> imports) {
    Map<Integer, String> codes =
        datasets.active().stream()
            .collect(Collectors.toMap(DatasetSummary::id, DatasetSummary::code));
    return imports.stream()
        .map(log -> new ImportLine(log, codes.get(log.datasetId()), words))
        .toList();
  }

  ImportLine of(EventLogImport log) {
    return of(List.of(log)).getFirst();
  }
}
