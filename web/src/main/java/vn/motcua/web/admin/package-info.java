/** Screens of those who look after the system. */
package vn.motcua.web.admin;
