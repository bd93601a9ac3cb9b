package vn.motcua.web.reminders;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.motcua.deadlines.ReminderService;
import vn.motcua.web.layout.Words;

/** The number in the menu. A page that cannot count still shows what it is for. */
@Named("reminderCount")
@RequestScoped
public class ReminderCount {

  private static final System.Logger LOG = System.getLogger(ReminderCount.class.getName());
  private static final int MOST = 100;

  @EJB private ReminderService reminders;
  @Inject private Words words;

  private String label;

  /** The menu's word, with how many are open where there are any. */
  public String getLabel() {
    if (label == null) {
      int count = 0;
      try {
        count = reminders.count();
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.DEBUG, "The menu has no count", e);
      }
      label =
          count == 0
              ? words.of("reminders.title")
              : words.of("reminders.menu", count >= MOST ? MOST - 1 + "+" : String.valueOf(count));
    }
    return label;
  }
}
