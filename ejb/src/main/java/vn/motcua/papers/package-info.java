/**
 * Papers of a dossier (giấy tờ): digitised with their metadata (NĐ 118/2025 Đ17–19), taken from
 * what is held so that nothing is asked twice (Đ5), and where their originals lie.
 */
package vn.motcua.papers;
