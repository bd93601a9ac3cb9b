/**
 * Who may call what: the table {@code access-matrix.csv}, held against everything that can be
 * called.
 */
package vn.motcua.it.access;
