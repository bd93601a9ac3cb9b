/** The screen of the organisation: the tree by date, people, companies. */
package vn.motcua.web.organisation;
