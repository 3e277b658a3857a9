package inkbench.data;

/**
 * Where images came from.
 *
 * @param source
 *            the file, folder or generator, as a user would name it
 * @param sha256
 *            SHA-256 over width, height, class count, pixels and labels, as 64 lower-case hexadecimal digits; it does not
 *            depend on the file format
 */
public record Provenance(String source, String sha256) {}
