/**
 * What an internal process (quy trình nội bộ) says about a dossier's next step beyond the main
 * line: alternatives, opinions in parallel, hand-overs to another agency. For reception and
 * processing, which both open steps; asks nobody for rights.
 */
package vn.motcua.steps;
