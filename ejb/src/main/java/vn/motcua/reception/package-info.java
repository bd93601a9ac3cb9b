/**
 * The counter (quầy tiếp nhận): who came, what they asked for, which papers they brought. One visit
 * with all its dossiers becomes one transaction, or nothing.
 */
package vn.motcua.reception;
