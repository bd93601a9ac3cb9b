/** Screens of the counter (quầy tiếp nhận). So far: when something is due. */
package vn.motcua.web.reception;
