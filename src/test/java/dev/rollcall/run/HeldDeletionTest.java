package dev.rollcall.run;

import static dev.rollcall.run.Person.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.TestDatabase;
import dev.rollcall.plan.Action;
import dev.rollcall.run.Plans.Category;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where there is no quarantine a removal leaves nothing of a person; until somebody decides he is shown by name. */
class HeldDeletionTest {
    private final Engine engine = new Engine(TestDatabase.shared());
    private final String key = "k" + engine.directory;

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    private RunSummary held() {
        engine.directory("lifecycle: { whenAbsent: delete, quarantine: 0 days }");
        engine.full(person(key).title("Baker").mapped(), person("2").mapped());
        RunSummary held = engine.full(person("3").mapped());
        assertThat(held.counts().held()).isEqualTo(3);
        return held;
    }

    private String deleted(RunSummary run) {
        StringBuilder text = new StringBuilder();
        engine.csv().write(run.run(), Category.DELETED, text);
        return text.toString();
    }

    @Test
    @Acceptance({107, 120})
    void whoeverIsToBeDeletedIsListedByNameWithWhatIsKnownOfHim() {
        RunSummary held = held();

        PlannedAction deletion = engine.plan(held.run()).stream()
                .filter(action -> action.externalId().equals("hr:" + key))
                .findFirst()
                .orElseThrow();

        assertThat(deletion.kind()).isEqualTo(Action.Kind.DEPROVISION);
        assertThat(deletion.givenName()).isEqualTo("Given" + key);
        assertThat(deletion.familyName()).isEqualTo("Family" + key);
        assertThat(deletion.email()).isEqualTo(key + "@example.com");
        assertThat(deletion.differences())
                .filteredOn(difference -> difference.attribute().equals("title"))
                .singleElement()
                .satisfies(title -> {
                    assertThat(Objects.requireNonNull(title.before()).asText()).isEqualTo("Baker");
                    assertThat(title.after()).isNull();
                });
        assertThat(deletion.differences()).extracting(Difference::before).doesNotContainNull();
        assertThat(deleted(held))
                .contains("hr:" + key + ",Given" + key + ",Family" + key + "," + key + "@example.com,deprovision");
    }

    @Test
    @Acceptance({76, 91})
    void onceTheDeletionIsReleasedNothingOfThePersonIsLeft() {
        RunSummary held = held();
        assertThat(Stored.everything(engine)).contains("Given" + key);

        engine.decisions().release(held.run());

        assertThat(Stored.everything(engine).contains(key))
                .as("anything of his")
                .isFalse();
        assertThat(deleted(held)).contains("deprovision").doesNotContain(key);
    }
}
