/**
 * Changes of the organisation (thay đổi tổ chức), by date and never into the past: bodies, posts,
 * secondment, substitution, companies and their work.
 */
package vn.motcua.structure;
