package vn.motcua.acceptance;

/**
 * A paper as a file, as it was sent.
 *
 * @param component code of the procedure's component; empty for a paper beyond the list
 * @param name of a paper beyond the list
 * @param fileName as the sender calls it; not trusted
 */
public record SubmittedPaper(String component, String name, String fileName, byte[] content) {}
