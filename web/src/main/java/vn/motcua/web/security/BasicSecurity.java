package vn.motcua.web.security;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;

/** HTTP Basic for the time being. Which addresses need which role stands in web.xml. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "Motcua")
@DeclareRoles({
  "CLERK",
  "OFFICER",
  "BRANCH_DIRECTOR",
  "LEADER",
  "REPORTER",
  "ADMINISTRATOR",
  "AUDITOR"
})
public class BasicSecurity {}
