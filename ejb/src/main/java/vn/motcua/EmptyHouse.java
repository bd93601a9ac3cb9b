package vn.motcua;

import jakarta.ejb.Singleton;

/** Payara refuses an EJB archive without any EJB; delete this with the first real service. */
@Singleton
public class EmptyHouse {}
