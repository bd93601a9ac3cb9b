/** How failures speak: a stable code, an HTTP status and a sentence for people. */
package vn.motcua.failure;
