/** The screens of hand-over slips and of moves by signed list. */
package vn.motcua.web.handover;
