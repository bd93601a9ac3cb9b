package vn.motcua.processing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.motcua.dossier.DossierState;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;

/**
 * Which buttons a page offers. {@link ProcessingService} asks again; a button that is missing here
 * is only not offered.
 */
record AllowedActions(Place place, Scope scope, Set<Role> roles) {

  /**
   * Where the present step stands in its process.
   *
   * @param last it ends with the signed result
   * @param first no step was done before it
   */
  record Standing(boolean last, boolean first) {}

  /** What remains ours of a dossier that a ministry's own software processes. */
  private static final Set<DossierAction> OURS_ELSEWHERE =
      EnumSet.of(
          DossierAction.GIVE_RESULT,
          DossierAction.TAKE,
          DossierAction.ASSIGN,
          DossierAction.NOTE_RESULT,
          DossierAction.CHANGE_PARTY,
          DossierAction.CONVERT,
          DossierAction.CLOSE_DUPLICATE,
          DossierAction.REOPEN,
          DossierAction.CORRECT_ENTRY);

  /**
   * What is offered of a dossier that a ministry's own software processes.
   *
   * @param actions that would be offered if it were processed here
   */
  static Set<DossierAction> elsewhere(Set<DossierAction> actions) {
    Set<DossierAction> ours = EnumSet.noneOf(DossierAction.class);
    ours.addAll(actions);
    ours.retainAll(OURS_ELSEWHERE);
    return ours;
  }

  /** Whether the caller may write down what that software did, or the dossier's number there. */
  boolean followsElsewhere(DossierView.Header header) {
    return scope.includes(place.branchId())
        && (roles.contains(Role.CLERK) || roles.contains(Role.BRANCH_DIRECTOR))
        && header.state() != DossierState.VOIDED;
  }

  Set<DossierAction> of(
      DossierView.Header header,
      List<DossierView.Request> requests,
      DossierAffairs affairs,
      DossierCourse course,
      Standing standing) {
    DossierState state = header.state();
    Set<DossierAction> actions = EnumSet.noneOf(DossierAction.class);
    boolean atStep =
        place.taskRole() != null
            && roles.contains(place.taskRole())
            && scope.includes(place.taskUnitId());
    boolean atBranch =
        scope.includes(place.branchId())
            && (roles.contains(Role.CLERK) || roles.contains(Role.BRANCH_DIRECTOR));
    boolean directs = scope.includes(place.branchId()) && roles.contains(Role.BRANCH_DIRECTOR);
    boolean atAgency = scope.includes(place.unitId()) && roles.contains(Role.OFFICER);
    boolean officerAtStep =
        scope.includes(place.taskUnitId())
            && (roles.contains(Role.OFFICER) || roles.contains(Role.BRANCH_DIRECTOR));
    boolean waiting = requests.stream().anyMatch(request -> request.answeredAt() == null);
    boolean timeIsUp = requests.stream().anyMatch(DossierView.Request::timeIsUp);
    switch (state) {
      case OPEN -> {
        if (atStep) {
          if (!course.waiting()) {
            actions.add(standing.last() ? DossierAction.RECORD_RESULT : DossierAction.COMPLETE);
          }
          if (course.present() != null) {
            actions.add(DossierAction.RETURN_HANDOVER);
          }
          actions.add(DossierAction.TAKE);
          boolean former = !standing.first() && course.present() == null;
          if (former || !course.backs().isEmpty()) {
            actions.add(DossierAction.STEP_BACK);
          }
          actions.add(DossierAction.REFUSE);
        }
        if (!waiting && atBranch) {
          actions.add(DossierAction.REQUEST_SUPPLEMENT);
        }
        if (!waiting && atAgency && affairs.proposal() == null) {
          actions.add(DossierAction.PROPOSE_SUPPLEMENT);
        }
        if (officerAtStep) {
          actions.add(DossierAction.PAUSE);
          actions.add(DossierAction.AWAIT_PAYMENT);
        }
      }
      case PAUSED -> {
        if (!waiting && officerAtStep) {
          actions.add(DossierAction.RESUME);
        }
      }
      case FINISHED -> {
        if (atBranch && place.taskRole() != null) {
          actions.add(DossierAction.GIVE_RESULT);
          actions.add(DossierAction.NOTE_RESULT);
        }
        if (atBranch && affairs.correction() == null) {
          actions.add(DossierAction.REPORT_ERROR);
        }
        if (atAgency && affairs.correction() != null) {
          actions.add(DossierAction.CORRECT_RESULT);
        }
      }
      case CLOSED -> {
        if (directs) {
          actions.add(DossierAction.REOPEN);
        }
      }
      case VOIDED -> {
        // Nothing is left to do.
      }
    }
    if (!course.mine().isEmpty()) {
      actions.add(DossierAction.GIVE_OPINION);
    }
    if (atStep && state.open() && !course.overdue().isEmpty()) {
      actions.add(DossierAction.WAIVE_OPINION);
    }
    if (place.taskRole() != null
        && roles.contains(Role.BRANCH_DIRECTOR)
        && scope.includes(place.taskUnitId())) {
      actions.add(DossierAction.ASSIGN);
    }
    if (directs && state != DossierState.VOIDED) {
      actions.add(DossierAction.CORRECT_ENTRY);
    }
    if (atBranch && state != DossierState.VOIDED) {
      actions.add(DossierAction.CHANGE_PARTY);
    }
    if (atAgency && !affairs.waiting().isEmpty()) {
      actions.add(DossierAction.ANSWER_OPINION);
    }
    if (state.open()) {
      if (affairs.extension() == null
          && header.promisedAt() != null
          && (atAgency || atBranch && roles.contains(Role.BRANCH_DIRECTOR))) {
        actions.add(DossierAction.EXTEND);
      }
      if (atAgency) {
        actions.add(DossierAction.ASK_OPINION);
      }
      if (atBranch) {
        actions.add(DossierAction.CONVERT);
        actions.add(DossierAction.CLOSE_DUPLICATE);
        if (affairs.proposal() != null) {
          actions.add(DossierAction.DECLINE_PROPOSAL);
        }
      }
      if (waiting && atBranch) {
        actions.add(DossierAction.ANSWER_SUPPLEMENT);
      }
      if (timeIsUp && (atAgency || atBranch)) {
        actions.add(DossierAction.CLOSE_UNANSWERED);
      }
      if (atBranch) {
        actions.add(DossierAction.WITHDRAW);
      }
      if (officerAtStep) {
        actions.add(DossierAction.STOP);
      }
    }
    return actions;
  }
}
