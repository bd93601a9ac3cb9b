/**
 * Terms, fees, their legal bases and beneficiaries, from a day on (thời hạn, mức thu, căn cứ, đơn
 * vị thụ hưởng): proposed by one, approved by another.
 */
package vn.motcua.rates;
