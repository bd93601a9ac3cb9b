/** What happens when the application starts, in order. Calls the contexts; none calls it. */
package vn.motcua.startup;
