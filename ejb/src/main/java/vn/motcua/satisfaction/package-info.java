/**
 * What applicants think of the service (đo lường hài lòng): a link that works once, five elements
 * after the method of SIPAS, and trust. Offered for every dossier that ended, also refused and late
 * ones.
 */
package vn.motcua.satisfaction;
