package vn.motcua.web.handover;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.motcua.handover.MoveLine;
import vn.motcua.handover.MoveService;
import vn.motcua.organisation.OrganisationDirectory;
import vn.motcua.organisation.UnitDetail;
import vn.motcua.organisation.UnitKind;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.Words;

/** Moves open dossiers by signed list: paste, look, move (bàn giao theo danh sách). */
@Named("moves")
@RequestScoped
public class MovesPage {

  @EJB private MoveService moves;
  @EJB private OrganisationDirectory organisation;
  @Inject private InstantSource clock;
  @Inject private Words words;

  private String codes;
  private String toUnit;
  private String toBranch;
  private String document;
  private List<MoveLine> lines = List.of();
  private List<UnitDetail> agencies;
  private List<UnitDetail> branches;
  private boolean applied;
  private String error = "";

  public void preview() {
    try {
      lines = moves.preview(typed(), unit(), branch());
    } catch (RuntimeException refused) {
      error = words.failure(refused);
    }
  }

  public void apply() {
    try {
      lines = moves.apply(typed(), unit(), branch(), document);
      applied = true;
    } catch (RuntimeException refused) {
      error = words.failure(refused);
    }
  }

  private List<String> typed() {
    return codes == null ? List.of() : codes.lines().toList();
  }

  private int unit() {
    return toUnit != null && toUnit.matches("\\d{1,9}") ? Integer.parseInt(toUnit) : 0;
  }

  /** Null: the receiving branch stays. */
  private Integer branch() {
    return toBranch != null && toBranch.matches("\\d{1,9}") ? Integer.valueOf(toBranch) : null;
  }

  /** Where dossiers are received and results handed over today. */
  public List<UnitDetail> getBranches() {
    if (branches == null) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), Notation.CITY);
      branches =
          Stream.of(UnitKind.BRANCH, UnitKind.POINT)
              .flatMap(kind -> organisation.units(kind, today).stream())
              .toList();
    }
    return branches;
  }

  /** Who can decide dossiers today. */
  public List<UnitDetail> getAgencies() {
    if (agencies == null) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), Notation.CITY);
      agencies =
          Stream.of(UnitKind.COMMUNE, UnitKind.DEPARTMENT, UnitKind.OFFICE)
              .flatMap(kind -> organisation.units(kind, today).stream())
              .toList();
    }
    return agencies;
  }

  public long getMoved() {
    return lines.stream().filter(line -> line.verdict() == MoveLine.Verdict.MOVED).count();
  }

  /** Only what was previewed, and would move something, can be moved. */
  public boolean isReady() {
    return !applied && getMoved() > 0;
  }

  public List<MoveLine> getLines() {
    return lines;
  }

  public boolean isApplied() {
    return applied;
  }

  public String getError() {
    return error;
  }

  public String getCodes() {
    return codes;
  }

  public void setCodes(String codes) {
    this.codes = codes;
  }

  public String getToUnit() {
    return toUnit;
  }

  public void setToUnit(String toUnit) {
    this.toUnit = toUnit;
  }

  public String getToBranch() {
    return toBranch;
  }

  public void setToBranch(String toBranch) {
    this.toBranch = toBranch;
  }

  public String getDocument() {
    return document;
  }

  public void setDocument(String document) {
    this.document = document;
  }
}
