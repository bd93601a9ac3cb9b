package vn.motcua.processing;

/**
 * A printed form.
 *
 * @param name for a file, without a path
 */
public record FormFile(String name, byte[] pdf) {}
