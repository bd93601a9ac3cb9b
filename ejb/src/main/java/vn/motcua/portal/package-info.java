/**
 * What an applicant may see without signing in (tra cứu hồ sơ): whoever holds the token of the
 * receipt's QR code sees where the dossier stands, in plain words and without personal data.
 */
package vn.motcua.portal;
