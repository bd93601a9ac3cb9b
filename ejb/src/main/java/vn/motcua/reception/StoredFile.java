package vn.motcua.reception;

import java.util.UUID;

/**
 * A file as it was stored.
 *
 * @param name as the browser told it, cleaned
 * @param mediaType as found in the content
 * @param size bytes
 */
public record StoredFile(UUID id, String name, String mediaType, long size) {}
