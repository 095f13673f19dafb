package dev.rollcall.config;

import java.util.Map;

/**
 * Every mapping and directory of one home, immutable: a run keeps the configuration it opened with.
 *
 * @param notices who is told what, by directory; no part of what a run depends on
 * @param files it was read from
 */
public record Configuration(
        Map<String, SourceConfiguration> sources,
        Map<String, DirectoryConfiguration> directories,
        Map<String, Notices> notices,
        SavedFiles files) {
    public Configuration {
        sources = Map.copyOf(sources);
        directories = Map.copyOf(directories);
        notices = Map.copyOf(notices);
    }

    /** A configuration that tells nobody. */
    public Configuration(Map<String, SourceConfiguration> sources, Map<String, DirectoryConfiguration> directories) {
        this(sources, directories, Map.of(), SavedFiles.NONE);
    }

    /** Who is told what in this directory. */
    public Notices notices(String directory) {
        return notices.getOrDefault(directory, Notices.NONE);
    }

    /**
     * What is configured for one source.
     *
     * @throws IllegalArgumentException when no mapping is for this source
     */
    public SourceConfiguration source(String source) {
        SourceConfiguration found = sources.get(source);
        if (found == null) {
            throw new IllegalArgumentException("no mapping names the source " + source);
        }
        return found;
    }

    /**
     * What is configured for one directory.
     *
     * @throws IllegalArgumentException when no file describes this directory
     */
    public DirectoryConfiguration directory(String directory) {
        DirectoryConfiguration found = directories.get(directory);
        if (found == null) {
            throw new IllegalArgumentException("no file describes the directory " + directory);
        }
        return found;
    }
}
