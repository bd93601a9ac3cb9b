package vn.motcua.reception;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.catalogue.IntakeScopes;
import vn.motcua.catalogue.ProcedureDetail;
import vn.motcua.database.Query;
import vn.motcua.events.Channel;

/**
 * Which branches may receive a procedure on a day (phạm vi tiếp nhận theo ngày), asked before
 * anything of a dossier is kept. The intake asks again when it receives.
 */
public final class ReceivingBranches {

  private final Connection connection;
  private final LocalDate day;

  /**
   * @param day in the city's zone
   */
  public ReceivingBranches(Connection connection, LocalDate day) {
    this.connection = connection;
    this.day = day;
  }

  private record Branch(int id, String name) {}

  /**
   * The branches that may receive instead of one that may not.
   *
   * @param unitId the branch that was chosen, or a place below it; any version
   * @param communeId body of the commune that decides; null: not known. A rule that names the
   *     deciding body is looked at only where it is known who decides
   * @return empty where the chosen one may; else names of branches, none where no branch may
   */
  public Optional<List<String>> instead(
      int unitId, ProcedureDetail procedure, Integer communeId, Channel channel)
      throws SQLException {
    Optional<Agency> agency = agency(procedure, communeId);
    Optional<VisitRows.Branch> chosen = new VisitRows(connection).branch(unitId, day);
    if (agency.isEmpty()
        || chosen.isEmpty()
        || may(chosen.get().unitId(), agency.get(), procedure, channel)) {
      return Optional.empty();
    }
    List<String> open = new ArrayList<>();
    for (Branch branch : branches()) {
      if (may(branch.id(), agency.get(), procedure, channel)) {
        open.add(branch.name());
      }
    }
    return Optional.of(open);
  }

  private boolean may(int branch, Agency agency, ProcedureDetail procedure, Channel channel)
      throws SQLException {
    return IntakeScopes.mayReceive(
        connection, branch, agency.unitId(), agency.level(), channel.name(), procedure.id(), day);
  }

  private Optional<Agency> agency(ProcedureDetail procedure, Integer communeId)
      throws SQLException {
    CompetentAgencies agencies = new CompetentAgencies(connection);
    if (CompetentAgencies.byCommune(procedure) && communeId != null) {
      Optional<Agency> commune = agencies.commune(communeId, day);
      if (commune.isPresent()) {
        return commune;
      }
    }
    return CompetentAgencies.byProvince(procedure)
        ? agencies.department(procedure.fieldCode(), day)
        : Optional.empty();
  }

  private List<Branch> branches() throws SQLException {
    return Query.of(
            connection,
            """
            select id, name from unit
            where dataset_id = 1 and kind = 'BRANCH' and valid_from <= ? and valid_to > ?
            order by code""",
            day,
            day)
        .list(row -> new Branch(row.getInt("id"), row.getString("name")));
  }
}
