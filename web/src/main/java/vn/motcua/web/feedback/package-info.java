/** The people's voice: feedback, complaints, what follows unhappy ratings. */
package vn.motcua.web.feedback;
