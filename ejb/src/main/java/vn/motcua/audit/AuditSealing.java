package vn.motcua.audit;

import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Seals the audit trail once a minute. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditSealing {

  private static final System.Logger LOG = System.getLogger(AuditSealing.class.getName());

  @EJB private AuditSeals seals;

  @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
  void seal() {
    try {
      seals.seal();
    } catch (EJBException e) {
      // A timer that throws is tried again at once, and then given up for good.
      LOG.log(System.Logger.Level.WARNING, "The audit trail was not sealed; trying in a minute", e);
    }
  }
}
