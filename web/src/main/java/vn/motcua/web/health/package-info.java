/** Health: /health/live and /health/ready. Ready means that the counter can work: the database. */
package vn.motcua.web.health;
