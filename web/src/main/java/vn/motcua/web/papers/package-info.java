/** The screen of a dossier's papers: digitisation, reuse, originals. */
package vn.motcua.web.papers;
