package dev.rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.source.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    @TempDir
    Path home;

    @Test
    void theRoutesMappingsAndDirectoriesOfThisRepositoryHaveNoProblems() {
        List<Problem> problems = Check.run(Path.of(""));

        assertThat(Check.text(problems)).isEqualTo("No problems.");
    }

    @Test
    void aHomeWithoutMappingsIsAProblemAndNotAnEmptyConfiguration() {
        assertThat(Check.text(Check.run(home)))
                .isEqualTo(
                        "mappings:1  CFG-001  there is no such folder, or it cannot be read. Name the folder that holds it"
                                + " with --home.\n1 problem.");
    }
}
