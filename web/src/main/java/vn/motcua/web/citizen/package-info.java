/** Public pages, on a phone first: where is my dossier, how was it. No account is asked for. */
package vn.motcua.web.citizen;
