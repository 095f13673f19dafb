package dev.rollcall.config;

import dev.rollcall.mapping.yaml.Problems;
import java.util.Objects;
import java.util.Set;

/** Reads a directory file out of a test, as the loader would. */
public final class DirectoryText {
    private DirectoryText() {}

    /**
     * The directory the text describes; its first line, which names it, is added.
     *
     * @param complements sources whose mapping says {@code role: complement}
     */
    public static DirectoryConfiguration read(String directory, String text, Set<String> complements) {
        Problems problems = new Problems();
        DirectoryConfiguration read = new DirectoryReader(problems)
                .read(directory + ".directory.yaml", "directory: " + directory + "\n" + text, directory);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.list().toString());
        }
        return Objects.requireNonNull(read).withSources(Set.of(), complements);
    }
}
