/**
 * A branch without the system (chi nhánh mất hệ thống): reserved codes on paper, a window that the
 * director declares, and entry afterwards with the moment at which it happened.
 */
package vn.motcua.outage;
