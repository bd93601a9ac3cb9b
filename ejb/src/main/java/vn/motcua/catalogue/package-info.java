/**
 * The catalogue of administrative procedures (danh mục thủ tục hành chính): what each is called,
 * who decides, within what limit and for what fee, as known on a given day. What is not known with
 * certainty is absent, never zero.
 */
package vn.motcua.catalogue;
