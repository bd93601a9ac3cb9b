/**
 * Datasets (bộ dữ liệu): the city itself, or one imported event log, each with its zone and its own
 * end of time. Figures never mix datasets.
 */
package vn.motcua.dataset;
