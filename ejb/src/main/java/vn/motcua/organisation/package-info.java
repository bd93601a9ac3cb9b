/**
 * The bodies of the city (tổ chức): the Centre, its branches and points, departments, wards and
 * communes, each with the days on which it existed. A code means nothing without a day: every
 * commune of today carries the code of a former one.
 */
package vn.motcua.organisation;
