package vn.motcua.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends the session's cookie over TLS only, where the application stands behind a proxy that ends
 * TLS (property {@code motcua.tls}, environment {@code MOTCUA_TLS}). Without a proxy the server
 * knows by itself.
 */
@WebListener
public class SecureCookies implements ServletContextListener {

  @Inject
  @ConfigProperty(name = "motcua.tls", defaultValue = "false")
  private boolean tls;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    if (tls) {
      event.getServletContext().getSessionCookieConfig().setSecure(true);
    }
  }
}
