/**
 * The real-time index of QĐ 766/QĐ-TTg (bộ chỉ số chỉ đạo, điều hành): 100 points in five groups,
 * read at the moment of asking from the operational tables, component by component, each with its
 * share, its points and the points still to be had. A component that nothing feeds has no figure;
 * it is never taken for nought or for full.
 */
package vn.motcua.figures.index;
