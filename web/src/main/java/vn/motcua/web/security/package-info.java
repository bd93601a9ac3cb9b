/** How the web application learns who is calling. */
package vn.motcua.web.security;
