/**
 * Waiting to be accepted (chờ tiếp nhận): what comes online or by post is a stock of its own until
 * a clerk makes a dossier of it, sends it back for edits, or refuses it. Two clocks run: until it
 * is seen, and until it is decided.
 */
package vn.motcua.acceptance;
