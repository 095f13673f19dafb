package dev.rollcall.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One path through a working life as a file tells it: what is given, then by turns what happens and what is so.
 *
 * @param story what it shows, in a sentence
 * @param shows acceptance rows
 */
public record Story(String story, List<Integer> shows, Given given, List<Step> steps) {
    private static final Path FOLDER = Path.of("src/test/resources/stories/lifecycle");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectReader STRICT = YAML.readerFor(Story.class)
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .with(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    public Story {
        if (shows.isEmpty() || steps.isEmpty()) {
            throw new IllegalArgumentException("a story shows a row, and something happens in it");
        }
        shows = List.copyOf(shows);
        steps = List.copyOf(steps);
    }

    /**
     * The directory on Monday 2 March 2026, seven in the morning in Brussels.
     *
     * @param directory as a directory file says it
     * @param others how many more people the source hr has, to whom nothing may happen
     * @param people whom it has besides
     */
    record Given(Map<String, Object> directory, int others, Map<String, Object> people) {}

    /**
     * What happens, in the order written, and what is so then.
     *
     * @param when its words are {@link StoryTeller}'s
     * @param then its words are {@link StoryWitness}'s
     */
    record Step(Map<String, Object> when, Map<String, Object> then) {
        Step {
            if (when.isEmpty() || then.isEmpty()) {
                throw new IllegalArgumentException("a step says what happens and what is so then");
            }
        }
    }

    /** A key that is unknown, missing or there twice is an error. */
    static Story read(String text) throws IOException {
        return STRICT.readValue(text);
    }

    /** All of them by the name of their file. */
    public static SortedMap<String, Story> all() {
        SortedMap<String, Story> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                try {
                    all.put(file.getFileName().toString(), read(Files.readString(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(file.toString(), e);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER.toString(), e);
        }
        return all;
    }

    /** What the directory file would say. */
    static String text(Map<String, Object> directory) {
        try {
            return directory.isEmpty() ? "" : YAML.writeValueAsString(directory).replaceFirst("^---", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static List<String> list(Object written) {
        return (List<String>) written;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object written) {
        return (Map<String, Object>) written;
    }
}
