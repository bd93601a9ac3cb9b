package vn.motcua.reception;

import java.time.Instant;
import java.util.UUID;

/**
 * What a clerk has typed and not yet sent (bản nháp).
 *
 * @param title by which the clerk knows it again; no personal number
 * @param content JSON as the form wrote it
 */
public record IntakeDraft(UUID id, int branchId, String title, String content, Instant savedAt) {}
