package vn.motcua.audit;

import jakarta.enterprise.context.RequestScoped;

/** From where the present request comes. The web layer tells it; timers leave it empty. */
@RequestScoped
public class CallerAddress {

  private String value = "";

  /** The network address, or empty where it is not known. */
  public String get() {
    return value;
  }

  public void set(String address) {
    value = address == null ? "" : address;
  }
}
