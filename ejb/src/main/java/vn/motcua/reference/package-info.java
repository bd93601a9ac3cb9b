/**
 * Takes the reference files of the application (resources/reference) into the database: once, again
 * without change, or as a later edition that closes what it replaces. Every line is accounted for
 * as taken, unchanged, ended or refused.
 */
package vn.motcua.reference;
