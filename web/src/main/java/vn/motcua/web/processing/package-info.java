/** Screens of those who process dossiers: worklist, dossier, return. No rule is here. */
package vn.motcua.web.processing;
