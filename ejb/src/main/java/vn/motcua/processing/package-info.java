/**
 * What happens to a dossier between reception and the applicant's hands (xử lý hồ sơ): the steps of
 * its internal process, supplements, pauses, the result, its return. {@link
 * vn.motcua.processing.ProcessingService} is for screens and asks who calls; the classes named Work
 * take the moment and the actor as given, for it and for the demo day. All change a dossier through
 * {@link vn.motcua.dossier.DossierService} only.
 */
package vn.motcua.processing;
