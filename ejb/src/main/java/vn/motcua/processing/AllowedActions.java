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

  Set<DossierAction> of(
      DossierState state, List<DossierView.Request> requests, boolean endsWithResult) {
    Set<DossierAction> actions = EnumSet.noneOf(DossierAction.class);
    boolean atStep =
        place.taskRole() != null
            && roles.contains(place.taskRole())
            && scope.includes(place.taskUnitId());
    boolean atBranch =
        scope.includes(place.branchId())
            && (roles.contains(Role.CLERK) || roles.contains(Role.BRANCH_DIRECTOR));
    boolean atAgency = scope.includes(place.unitId()) && roles.contains(Role.OFFICER);
    boolean officerAtStep =
        scope.includes(place.taskUnitId())
            && (roles.contains(Role.OFFICER) || roles.contains(Role.BRANCH_DIRECTOR));
    boolean waiting = requests.stream().anyMatch(request -> request.answeredAt() == null);
    boolean timeIsUp = requests.stream().anyMatch(DossierView.Request::timeIsUp);
    switch (state) {
      case OPEN -> {
        if (atStep) {
          actions.add(endsWithResult ? DossierAction.RECORD_RESULT : DossierAction.COMPLETE);
          actions.add(DossierAction.TAKE);
          actions.add(DossierAction.REFUSE);
        }
        if (!waiting && (atAgency || atBranch)) {
          actions.add(DossierAction.REQUEST_SUPPLEMENT);
        }
        if (officerAtStep) {
          actions.add(DossierAction.PAUSE);
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
        }
      }
      case CLOSED, VOIDED -> {
        // Nothing is left to do.
      }
    }
    if (state.open()) {
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
