/**
 * What all screens share: language, how numbers and moments are written, protective headers, who is
 * signed in, and how a failure becomes a sentence.
 */
package vn.motcua.web.layout;
