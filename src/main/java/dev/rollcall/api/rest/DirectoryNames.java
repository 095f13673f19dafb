package dev.rollcall.api.rest;

import dev.rollcall.api.ApiCode;
import dev.rollcall.config.Configuration;
import org.springframework.stereotype.Component;

/** The directories there are. */
@Component
class DirectoryNames {
    private final Configuration configuration;

    DirectoryNames(Configuration configuration) {
        this.configuration = configuration;
    }

    void require(String directory) {
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
