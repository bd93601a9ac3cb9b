package vn.motcua.web.rest;

import java.util.List;
import java.util.Set;
import vn.motcua.dossier.DossierState;
import vn.motcua.processing.DossierAction;
import vn.motcua.processing.DossierCourse;
import vn.motcua.processing.DossierView;
import vn.motcua.web.processing.SeenText;

/**
 * Where a dossier stands, for programs: no word of persons.
 *
 * @param seen to be given back with a deed
 * @param step the present one; empty: none
 * @param system a ministry's own software that processes it; empty: it is processed here
 * @param ways on from the present step; empty where there is only one
 * @param actions what the caller may do now
 */
public record DossierStanding(
    String code,
    String seen,
    DossierState state,
    String step,
    String dueAt,
    String system,
    String externalCode,
    List<DossierCourse.Way> ways,
    List<DossierCourse.Way> backs,
    List<Opinion> opinions,
    Set<DossierAction> actions) {

  /**
   * An opinion asked for in parallel.
   *
   * @param number to waive it by
   * @param seen to be given back with it
   */
  public record Opinion(
      long number, String seen, String body, boolean open, boolean late, boolean mine) {}

  static DossierStanding of(DossierView view) {
    return new DossierStanding(
        view.header().code(),
        SeenText.write(view.header().seen()),
        view.header().state(),
        view.steps().stream()
            .filter(step -> step.present() && !step.beside())
            .map(DossierView.Step::name)
            .findFirst()
            .orElse(""),
        view.header().dueAt() == null ? "" : view.header().dueAt().toString(),
        view.elsewhere() == null ? "" : view.elsewhere().system(),
        view.elsewhere() == null ? "" : view.elsewhere().externalCode(),
        view.course().ways(),
        view.course().backs(),
        view.course().opinions().stream()
            .map(
                one ->
                    new Opinion(
                        one.seen().taskId(),
                        SeenText.write(one.seen()),
                        one.body(),
                        one.open(),
                        one.late(),
                        one.mine()))
            .toList(),
        view.actions());
  }
}
