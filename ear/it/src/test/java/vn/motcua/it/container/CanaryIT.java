package vn.motcua.it.container;

import jakarta.ejb.EJB;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import vn.motcua.canary.MustFail;
import vn.motcua.figures.FigureService;

/** Tests in Payara run their bodies, and in Payara. */
@ArquillianTest
@MustFail
class CanaryIT {

  @Deployment
  static EnterpriseArchive application() {
    return RealApplication.with(
        CanaryIT.class,
        RealApplication.class,
        MustFail.class,
        MustFail.Song.class,
        MustFail.Guard.class);
  }

  @EJB(lookup = "java:app/motcua-ejb/FigureService")
  private FigureService figures;

  @Test
  void singsInsideTheServer() {
    if (figures != null) {
      throw new MustFail.Song();
    }
  }
}
