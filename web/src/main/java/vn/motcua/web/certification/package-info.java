/** The sheet of certified copies and signatures. */
package vn.motcua.web.certification;
