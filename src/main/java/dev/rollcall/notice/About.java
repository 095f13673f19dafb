package dev.rollcall.notice;

import dev.rollcall.source.RunId;
import org.jspecify.annotations.Nullable;

/**
 * What a notice is about.
 *
 * @param title how people call the source
 * @param run null where no run met it
 * @param path where one sees more, below the address of the server
 */
public record About(
        String directory,
        String source,
        String title,
        @Nullable RunId run,
        String path) {}
