package vn.motcua.processing;

/**
 * A file as it was sent, not yet trusted.
 *
 * @param name as the sender's machine called it
 */
public record UploadedFile(String name, byte[] content) {}
