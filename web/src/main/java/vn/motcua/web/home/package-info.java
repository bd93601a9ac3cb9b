/** The first page: what runs here and how its parts are. */
package vn.motcua.web.home;
