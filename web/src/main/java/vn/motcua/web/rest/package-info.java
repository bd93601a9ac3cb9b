/** REST resources under /api/v1: thin, no business rule; errors as problem+json (RFC 9457). */
package vn.motcua.web.rest;
