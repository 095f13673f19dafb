package dev.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path through a working life, told one a file under {@code src/test/resources/stories/lifecycle}. */
class LifecycleStoriesTest {
    private static final String TRUE = """
            story: Whoever is sent is a user.
            shows: [68]
            given: { directory: {}, others: 1, people: {} }
            steps:
              - when: { hr sends: { ann: { title: Cook } } }
                then: { access: [ann] }
            """;

    static Stream<Named<Story>> stories() {
        return Story.all().entrySet().stream().map(file -> Named.of(file.getKey(), file.getValue()));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void goesAsItIsTold(Story story) throws SQLException {
        tell(story);
    }

    @Test
    void whatIsTrueIsFound() throws IOException, SQLException {
        tell(Story.read(TRUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access: []",
                "access: [ann, bob]",
                "takes part: [bob]",
                "state: { ann: deactivated }",
                "state: { bob: active }",
                "values: { ann: { title: Baker } }",
                "new user: [ann]",
                "events: {}",
                "events: { ann: [joined] }",
                "plan: []",
                "told: [HRIS synchronization error - deletion safeguard]",
                "nothing left of: ann"
            })
    void whatIsFalseFails(String then) throws IOException {
        Story story = Story.read(TRUE.replace("access: [ann]", then));

        assertThatThrownBy(() -> tell(story)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "story:=|tale:=", // a key nobody knows, and one that is missing
                "shows: [68]=|shows: []",
                "then: { access: [ann] }=|then: {}",
                "then: { access: [ann] }=|",
                "then: {=|than: {"
            })
    void aStoryWithAKeyTooManyOrTooFewIsNotRead(String change) {
        String[] parts = change.split("=\\|", -1);
        String text = TRUE.replace(parts[0], parts[1]);
        assertThat(text).isNotEqualTo(TRUE);

        assertThatThrownBy(() -> Story.read(text)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "when: { hr sendss: { ann: {} } }",
                "when: { hr sends: { ann: { tittle: Cook } } }",
                "when: { hr sends: { ann: { status: on holiday } } }",
                "when: { hr sends: { ann: { mapping: perhaps } } }",
                "when: { somebody: sleeps }",
                "when: { clock: tomorrow }",
            })
    void aWordThatIsNoneOfAStorysFails(String when) throws IOException {
        Story story = Story.read(TRUE.replace("when: { hr sends: { ann: { title: Cook } } }", when));

        assertThatThrownBy(() -> tell(story)).isInstanceOf(RuntimeException.class);
        Story then = Story.read(TRUE.replace("access: [ann]", "acces: [ann]"));
        assertThatThrownBy(() -> tell(then)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void tell(Story story) throws SQLException {
        try (Engine engine = new Engine(TestDatabase.shared())) {
            StoryNames names = new StoryNames(engine);
            StoryTeller teller = new StoryTeller(engine, names, story);
            teller.tell(Map.of("hr sends", story.given().people()));
            StoryWitness witness = new StoryWitness(engine, names, story.given().others());
            names.remember();
            for (int step = 0; step < story.steps().size(); step++) {
                witness.watch();
                try {
                    teller.tell(story.steps().get(step).when());
                    witness.look(story.steps().get(step).then());
                } catch (AssertionError e) {
                    throw new AssertionError("step " + (step + 1) + ": " + e.getMessage(), e);
                }
            }
        }
    }
}
