package vn.motcua.reception;

/** A file to be shown. */
public record FileContent(StoredFile file, byte[] content) {}
