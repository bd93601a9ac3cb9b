package vn.motcua.processing;

/** What somebody may do with a dossier now. The order is that of a menu. */
public enum DossierAction {
  COMPLETE,
  RECORD_RESULT,
  GIVE_RESULT,
  TAKE,
  REFUSE,
  REQUEST_SUPPLEMENT,
  ANSWER_SUPPLEMENT,
  CLOSE_UNANSWERED,
  PAUSE,
  RESUME,
  WITHDRAW,
  STOP
}
