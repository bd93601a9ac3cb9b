/** What engineers see and steer of the way from the log to the figures (vận hành luồng số liệu). */
package vn.motcua.web.operations;
