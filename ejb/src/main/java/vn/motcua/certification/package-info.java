/**
 * Certified copies and signatures (chứng thực): one fast sheet, a book number without gaps, a
 * capped fee; received, finished and returned in one step, so that the figures see it.
 */
package vn.motcua.certification;
