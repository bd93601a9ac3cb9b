package vn.motcua.reception;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.database.Query;
import vn.motcua.dossier.Channel;

/**
 * Never ask twice (NĐ 118/2025 Đ5): what was digitised in an earlier dossier of the same person and
 * still holds is taken from there; asking for it anyway needs a reason.
 */
final class HeldPapers {

  /** The ground on which the one-stop uses what it holds. */
  private static final String BASIS = "Điều 5, Điều 17 NĐ 118/2025/NĐ-CP";

  private final Connection connection;
  private final Occasion occasion;
  private final LocalDate day;

  HeldPapers(Connection connection, Occasion occasion, LocalDate day) {
    this.connection = connection;
    this.occasion = occasion;
    this.day = day;
  }

  private record Held(long id, String type, String title, String dossierCode) {}

  /** What is asked for though it is held, and what is said to be held but is not. */
  List<Finding> findings(IntakeRequest request) throws SQLException {
    if (request.owners().isEmpty() || request.owners().getFirst().nationalId().isEmpty()) {
      return List.of();
    }
    List<Held> held = of(request.owners().getFirst().nationalId());
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < request.dossiers().size(); i++) {
      DossierEntry dossier = request.dossiers().get(i);
      for (PaperEntry paper : dossier.papers()) {
        String path = "dossiers." + i + ".papers." + paper.component();
        if (paper.heldId() != null) {
          if (paper.custody() != Custody.HELD_ALREADY
              || held.stream().noneMatch(one -> stands(one, paper))) {
            findings.add(Finding.error(path, "held-unknown"));
          }
        } else if (dossier.channel() == Channel.DIRECT
            && paper.custody() != Custody.HELD_ALREADY
            && paper.askedAgain().isEmpty()) {
          // Online and by post the applicant sent it unasked.
          held.stream()
              .filter(one -> one.type().equals(paper.component()))
              .findFirst()
              .ifPresent(
                  one ->
                      findings.add(
                          Finding.error(path, "held-valid", one.title(), one.dossierCode())));
        }
      }
    }
    return findings;
  }

  private static boolean stands(Held held, PaperEntry paper) {
    return held.id() == paper.heldId() && held.type().equals(paper.component());
  }

  /** Records what was taken from where. */
  void record(long dossierId, DossierEntry dossier) throws SQLException {
    for (PaperEntry paper : dossier.papers()) {
      if (paper.heldId() != null) {
        Query.of(
                connection,
                """
                insert into digital_paper (paper_id, type_code, identifier, holder_name, birth_year,
                  issued_on, issuer, title, abstract, valid_until, no_term, scope, reused_from,
                  source, legal_basis)
                select n.id, h.type_code, h.identifier, h.holder_name, h.birth_year, h.issued_on,
                  h.issuer, h.title, h.abstract, h.valid_until, h.no_term, h.scope, h.id,
                  'Hồ sơ ' || d.code, ?
                from digital_paper h join dossier_paper p on p.id = h.paper_id
                join dossier d on d.id = p.dossier_id
                join dossier_paper n on n.dossier_id = ?
                join procedure_component c on c.id = n.component_id and c.code = ?
                where h.id = ?""",
                BASIS,
                dossierId,
                paper.component(),
                paper.heldId())
            .update();
      }
    }
  }

  private List<Held> of(String nationalId) throws SQLException {
    return Query.of(
            connection,
            """
            select h.id, h.type_code, h.title, d.code
            from person w
            join dossier_person r on r.person_id = w.id and r.relation = 'OWNER' and r.position = 1
            join dossier d on d.id = r.dossier_id and d.state <> 'VOIDED'
            join dossier_paper p on p.dossier_id = d.id and p.file_id is not null
            join digital_paper h on h.paper_id = p.id and h.digitised
            join paper_type t on t.code = h.type_code and t.reusable
              and t.valid_from <= ? and t.valid_to > ?
            where w.dataset_id = ? and w.national_id = ? and (h.no_term or h.valid_until >= ?)
            order by h.confirmed_at desc, h.id desc""",
            day,
            day,
            occasion.datasetId(),
            nationalId,
            day)
        .list(
            row ->
                new Held(
                    row.getLong("id"),
                    row.getString("type_code"),
                    row.getString("title"),
                    row.getString("code")));
  }
}
