package dev.rollcall.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.ConfigurationLoader;
import dev.rollcall.run.ExampleDirectory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The five example directories are complete, and no part of the home they lie in. */
class ExampleDirectoriesTest {
    @ParameterizedTest
    @ValueSource(strings = {"jigso", "sosafe", "plusplus", "reward-gateway", "eletive"})
    void eachIsReadWithoutAProblem(String name) {
        Configuration read = ConfigurationLoader.load(ExampleDirectory.EXAMPLES.resolve(name));

        assertThat(read.directories()).containsOnlyKeys(name);
        assertThat(read.sources()).isNotEmpty();
        assertThat(read.sources().values())
                .allMatch(source -> source.directory().equals(name));
    }

    @Test
    void theHomeTheyLieInDoesNotKnowThem() {
        Configuration home = ConfigurationLoader.load(Path.of("mappings"));

        assertThat(home.directories()).containsOnlyKeys("people");
        assertThat(home.sources().values())
                .allMatch(source -> source.directory().equals("people"));
    }
}
