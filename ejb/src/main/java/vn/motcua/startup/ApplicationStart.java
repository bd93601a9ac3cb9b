package vn.motcua.startup;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import vn.motcua.identity.DemoAccounts;
import vn.motcua.reference.ReferenceLoading;
import vn.motcua.structure.DemoNetwork;

/**
 * After the schema: reference data, then the accounts and the points of the demo (or their
 * removal).
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class ApplicationStart {

  @EJB private ReferenceLoading reference;

  @EJB private DemoAccounts demo;

  @EJB private DemoNetwork network;

  @PostConstruct
  void start() {
    reference.load();
    demo.apply();
    network.apply();
  }
}
