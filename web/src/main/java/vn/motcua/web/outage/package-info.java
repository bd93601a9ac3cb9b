/** The screen for a branch without the system. */
package vn.motcua.web.outage;
