package vn.motcua.reception;

import jakarta.persistence.PersistenceUnitTransactionType;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.net.URL;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierTransition;

/** The application's persistence unit as a container would hand it over, but with local commits. */
record TestUnit(DataSource database) implements PersistenceUnitInfo {

  @Override
  public String getPersistenceUnitName() {
    return "motcua";
  }

  @Override
  public String getPersistenceProviderClassName() {
    return org.eclipse.persistence.jpa.PersistenceProvider.class.getName();
  }

  @Override
  public String getScopeAnnotationName() {
    return null;
  }

  @Override
  public List<String> getQualifierAnnotationNames() {
    return List.of();
  }

  @Override
  @SuppressWarnings({"deprecation", "removal"})
  public jakarta.persistence.spi.PersistenceUnitTransactionType getTransactionType() {
    return jakarta.persistence.spi.PersistenceUnitTransactionType.valueOf(
        PersistenceUnitTransactionType.RESOURCE_LOCAL.name());
  }

  @Override
  public DataSource getJtaDataSource() {
    return null;
  }

  @Override
  public DataSource getNonJtaDataSource() {
    return database;
  }

  @Override
  public List<String> getMappingFileNames() {
    return List.of();
  }

  @Override
  public List<URL> getJarFileUrls() {
    return List.of();
  }

  @Override
  public URL getPersistenceUnitRootUrl() {
    return Dossier.class.getProtectionDomain().getCodeSource().getLocation();
  }

  @Override
  public List<String> getManagedClassNames() {
    return List.of(Dossier.class.getName(), DossierTransition.class.getName());
  }

  @Override
  public boolean excludeUnlistedClasses() {
    return true;
  }

  @Override
  public SharedCacheMode getSharedCacheMode() {
    return SharedCacheMode.NONE;
  }

  @Override
  public ValidationMode getValidationMode() {
    return ValidationMode.NONE;
  }

  @Override
  public Properties getProperties() {
    Properties properties = new Properties();
    properties.setProperty("eclipselink.target-database", "PostgreSQL");
    // Else two databases would share one session, and write into the first.
    properties.setProperty("eclipselink.session-name", UUID.randomUUID().toString());
    properties.setProperty("eclipselink.weaving", "false");
    properties.setProperty("eclipselink.logging.level", "OFF");
    return properties;
  }

  @Override
  public String getPersistenceXMLSchemaVersion() {
    return "3.0";
  }

  @Override
  public ClassLoader getClassLoader() {
    return TestUnit.class.getClassLoader();
  }

  @Override
  public void addTransformer(ClassTransformer transformer) {}

  @Override
  public ClassLoader getNewTempClassLoader() {
    return getClassLoader();
  }
}
