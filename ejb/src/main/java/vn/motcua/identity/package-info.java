/**
 * Who may sign in, in which roles and for which bodies (tài khoản, vai trò, phạm vi); and the
 * invented staff and citizens of the demo.
 */
package vn.motcua.identity;
