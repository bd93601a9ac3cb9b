/** Screens of those who watch over the work (giám sát): figures, their referee and reports. */
package vn.motcua.web.supervision;
