/**
 * Deadlines told to people (theo dõi hạn, nhắc việc, đôn đốc): the stream's alerts and what only
 * the application's own tables know (promises moved with an apology), escalated by data, told in
 * digests, urged by a press.
 */
package vn.motcua.deadlines;
