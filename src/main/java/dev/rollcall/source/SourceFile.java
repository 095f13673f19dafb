package dev.rollcall.source;

import java.time.Instant;

/**
 * A file as it was read: only one that agrees in all of this is the same file.
 *
 * @param modifiedAt as the server lists it
 * @param sha256 of its bytes, in hexadecimal
 */
public record SourceFile(String folder, String name, long size, Instant modifiedAt, String sha256) {}
