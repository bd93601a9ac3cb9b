package vn.motcua.web.rest;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/**
 * Which dossier an address names: its code, and the dataset where it is not the city's own. What
 * Payara's OpenAPI reader needs to know is said at the resources.
 */
public class DossierAddress {

  @PathParam("code")
  String code;

  @QueryParam("dataset")
  String dataset;
}
