/**
 * The mapping (ánh xạ): what a foreign log calls the moments and attributes of a dossier. Written
 * by the person who imports, as JSON; read strictly.
 */
package vn.motcua.eventlog.mapping;
