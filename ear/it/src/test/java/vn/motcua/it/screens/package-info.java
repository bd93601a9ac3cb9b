/**
 * The screens, as a person with a browser meets them. Needs a running system: properties {@code
 * motcua.url}, {@code motcua.admin.user} and {@code motcua.admin.password}; and Chromium.
 */
package vn.motcua.it.screens;
