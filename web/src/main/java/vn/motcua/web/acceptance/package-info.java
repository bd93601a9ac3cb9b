/** The screen of what waits to be accepted. */
package vn.motcua.web.acceptance;
