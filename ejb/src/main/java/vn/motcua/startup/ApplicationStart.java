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

/** After the schema: reference data, then the accounts of the demo (or their removal). */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class ApplicationStart {

  @EJB private ReferenceLoading reference;

  @EJB private DemoAccounts demo;

  @PostConstruct
  void start() {
    reference.load();
    demo.apply();
  }
}
