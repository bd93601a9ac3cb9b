/**
 * Notices to the applicant and the officers of a dossier (thông báo): what was promised otherwise
 * before, what holds now, and why.
 */
package vn.motcua.notice;
