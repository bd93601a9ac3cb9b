package vn.motcua.web.leadership;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.late.LateCauses;
import vn.motcua.figures.late.LateDossier;
import vn.motcua.figures.late.LateSide;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.PressedPage;

/** Why dossiers were late (nguyên nhân trễ): by rule, and as an officer says. */
@Named("lateCauses")
@RequestScoped
public class LatePage extends PressedPage {

  @EJB private LateCauses causes;
  @EJB private DatasetDirectory datasets;
  @Inject private IndicatorWords indicatorWords;

  private List<LateDossier> list;

  /** Empty with {@link #getError} where the question is refused. */
  public List<LateDossier> getList() {
    if (list == null) {
      List<LateDossier> read =
          tried(
              () -> {
                LocalDate through = day("through");
                return causes.list(
                    given("dataset"), day("from"), through == null ? null : through.plusDays(1));
              });
      list = read == null ? List.of() : read;
    }
    return list;
  }

  /** Reads first, so that an error stands above the list. */
  public void prepare() {
    getList();
  }

  public List<DatasetSummary> getDatasets() {
    return datasets.active();
  }

  /** The dossier to say something about; null where none was chosen or it is another's. */
  public LateDossier getChosen() {
    return getList().stream()
        .filter(one -> one.mine() && one.code().equals(given("code")))
        .findFirst()
        .orElse(null);
  }

  public boolean isSaying() {
    return Press.pending() || getChosen() != null;
  }

  public List<String> getSides() {
    return Arrays.stream(LateSide.values()).map(LateSide::name).toList();
  }

  public String side(String name) {
    return words().of("indicators.side." + LateSide.valueOf(name).code());
  }

  public String side(LateSide side) {
    return side == null ? "–" : words().of("indicators.side." + side.code());
  }

  /** “Tiếp nhận 1,0 giờ · Cơ quan giải quyết 1,1 ngày làm việc”; the most first. */
  public String lost(LateDossier one) {
    return one.lost().entrySet().stream()
        .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
        .map(
            side ->
                words()
                    .of(
                        "late.lost-by",
                        side(side.getKey()),
                        indicatorWords.workingTime(side.getValue())))
        .collect(Collectors.joining(" · "));
  }

  public String step(LateDossier one) {
    return one.step().isEmpty()
        ? "–"
        : words().of("late.lost-by", one.step(), indicatorWords.workingTime(one.stepMinutes()));
  }

  public void say() {
    press(
        () ->
            causes.say(
                given("dataset"),
                given("code"),
                getSides().contains(given("side")) ? LateSide.valueOf(given("side")) : null,
                given("words")),
        "/late-causes?done=true" + query("dataset") + query("from") + query("through"));
  }

  /** The address at which a dossier is chosen. */
  public String address(LateDossier one) {
    return request().getContextPath()
        + "/late-causes?code="
        + encoded(one.code())
        + query("dataset")
        + query("from")
        + query("through");
  }

  private String query(String name) {
    return given(name).isEmpty() ? "" : "&" + name + "=" + encoded(given(name));
  }

  private LocalDate day(String name) {
    try {
      return given(name).isEmpty() ? null : LocalDate.parse(given(name));
    } catch (DateTimeParseException e) {
      throw new FigureFailure.BadQuery("period");
    }
  }
}
