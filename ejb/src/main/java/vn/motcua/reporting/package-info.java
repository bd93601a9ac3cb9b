/**
 * Periodic reports (chế độ báo cáo): which period, which figures go into which column, and the
 * issued documents as they were.
 */
package vn.motcua.reporting;
