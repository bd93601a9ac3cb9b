/**
 * Screens of the catalogue: procedures, their versions and processes, proposals, files, reviews.
 */
package vn.motcua.web.catalogue;
