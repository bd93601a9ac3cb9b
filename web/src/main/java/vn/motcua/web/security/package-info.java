/**
 * How the web application learns who is calling: sign-in page and session for screens, HTTP Basic
 * for programs; and how it turns away what other sites send in somebody's name.
 */
package vn.motcua.web.security;
