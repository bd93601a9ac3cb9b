package vn.motcua.deadlines;

import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Looks twice a minute whether somebody must be told something. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DigestTimer {

  private static final System.Logger LOG = System.getLogger(DigestTimer.class.getName());

  @EJB private Digests digests;

  @Schedule(hour = "*", minute = "*", second = "5,35", persistent = false)
  void look() {
    try {
      digests.make();
    } catch (EJBException e) {
      // A timer that throws is tried again at once, and then given up for good.
      LOG.log(System.Logger.Level.WARNING, "No digest was made; trying again", e);
    }
  }
}
