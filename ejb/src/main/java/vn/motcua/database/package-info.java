/** The data source and the schema. Every context may use it; it uses none. */
package vn.motcua.database;
