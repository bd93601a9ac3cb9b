/** Screens for importing event logs (nhập nhật ký sự kiện). For administrators. */
package vn.motcua.web.imports;
