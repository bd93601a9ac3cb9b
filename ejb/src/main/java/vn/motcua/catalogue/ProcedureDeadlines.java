package vn.motcua.catalogue;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import vn.motcua.events.Channel;
import vn.motcua.worktime.DueDate;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.DueDateService;
import vn.motcua.worktime.ReceiptChannel;

/** The due date of a procedure as published (thời hạn giải quyết theo danh mục). */
@Stateless
public class ProcedureDeadlines {

  @EJB private ProcedureCatalogue catalogue;

  @EJB private DueDateService dueDates;

  public ProcedureDeadlines() {}

  /** For use without a container. */
  public ProcedureDeadlines(ProcedureCatalogue catalogue, DueDateService dueDates) {
    this.catalogue = catalogue;
    this.dueDates = dueDates;
  }

  /**
   * By the version in force on the day of receipt: the limit of the general case for the channel. A
   * procedure whose result is given on the day follows the 15:00 rule.
   *
   * @param code of the procedure, for example 1.004873
   * @param question its allowance and unit are not looked at
   * @throws CatalogueFailure where there is no such procedure, or its limit is not known
   * @throws vn.motcua.worktime.WorktimeException where the question cannot be read
   */
  public DueDate dueDate(String code, DueDateQuestion question) {
    return dueDate(catalogue.find(code.strip(), dueDates.dayOfReceipt(question)), question);
  }

  /**
   * The same for a version at hand.
   *
   * @throws CatalogueFailure.LimitUnknown where its limit is not known
   * @throws vn.motcua.worktime.WorktimeException where the question cannot be read
   */
  public DueDate dueDate(ProcedureDetail procedure, DueDateQuestion question) {
    if (Boolean.TRUE.equals(procedure.sameDay())) {
      return dueDates.sameDay(question);
    }
    ProcedureLimit limit =
        procedure
            .limit(Channel.valueOf(ReceiptChannel.ofCode(question.channel()).name()))
            .orElseThrow(() -> new CatalogueFailure.LimitUnknown(procedure.code()));
    return dueDates.dueDate(
        new DueDateQuestion(
            Integer.toString(limit.amount()),
            limit.unit().code(),
            question.received(),
            question.channel(),
            question.calendar(),
            question.language(),
            question.desk()));
  }
}
