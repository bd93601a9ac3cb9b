/**
 * Official printed forms.
 *
 * <p>Plain records go in, PDF/A and XLSX come out. The records refuse what must not be printed (a
 * row whose columns do not add up, a text with control characters), so a form that exists is a form
 * that may be signed. Nothing here knows an entity, a database or a server.
 */
package vn.motcua.reports;
