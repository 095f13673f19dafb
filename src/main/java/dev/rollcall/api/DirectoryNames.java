package dev.rollcall.api;

import dev.rollcall.config.Configuration;
import org.springframework.stereotype.Component;

/** The directories there are. */
@Component
public class DirectoryNames {
    private final Configuration configuration;

    DirectoryNames(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * Goes on where a file describes the directory.
     *
     * @throws Refusal naming those there are
     */
    public void require(String directory) {
        if (!configuration.directories().containsKey(directory)) {
            throw ApiCode.NO_SUCH_DIRECTORY.at(
                    "directory=" + directory,
                    "no file describes this directory. Known: "
                            + String.join(
                                    ", ",
                                    configuration.directories().keySet().stream()
                                            .sorted()
                                            .toList())
                            + ".");
        }
    }
}
