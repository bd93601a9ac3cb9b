/** Time is injected: the one producer of the clock lives here. */
package vn.motcua.moment;
