/**
 * The stream's fold and the referee's SQL held against each other on random histories: the two were
 * written apart, share no declaration, and must count the same.
 */
package vn.motcua.it.agreement;
