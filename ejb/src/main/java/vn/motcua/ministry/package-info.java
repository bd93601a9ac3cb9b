/**
 * Dossiers that are processed in a ministry's own software (phần mềm của bộ, ngành): their numbers
 * there, the statuses that are told, and what the words of a status mean here. None of our internal
 * processes runs for them; each status that means something becomes a step of the history.
 */
package vn.motcua.ministry;
