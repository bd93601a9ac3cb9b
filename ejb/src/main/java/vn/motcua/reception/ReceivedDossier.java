package vn.motcua.reception;

import java.time.Instant;

/**
 * A dossier that was received.
 *
 * @param code the dossier code (mã hồ sơ)
 * @param publicToken the only key of public tracking
 * @param dueAt the legal due moment
 */
public record ReceivedDossier(long id, String code, String publicToken, Instant dueAt) {}
