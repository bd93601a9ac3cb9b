/** Measurements of the running system: {@code mvn -Pbench}. They print, and assert no time. */
package vn.motcua.it.bench;
