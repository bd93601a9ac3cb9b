/** The screen of terms, fees, legal bases and beneficiaries. */
package vn.motcua.web.rates;
