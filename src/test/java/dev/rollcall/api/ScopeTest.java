package dev.rollcall.api;

import static dev.rollcall.api.Row.person;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.Acceptance;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class ScopeTest extends RollcallTest {
    @Autowired
    private JdbcTemplate sql;

    @Test
    @Acceptance({100, 101, 102, 104})
    void onlyWhomTheFiltersLetThroughIsAUserAndCaseMakesNoDifference() {
        Row leaver = person("6").with("Department", "Finance");
        JsonNode first = importsInto(
                "filtered",
                false,
                Row.csv(
                        person("1").with("Department", "ENGINEERING"),
                        person("2").with("Department", "finance"),
                        person("3").with("Department", "stra\u00dfe"),
                        person("4").with("Department", "\u0131sparta"),
                        person("5").with("Department", "\u0130sparta"),
                        leaver,
                        person("7").with("Department", "Engineering").with("Title", "FREELANCER"),
                        person("8").with("Department", "Sales"),
                        person("9")));
        assertThat(keys("filtered")).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(first.path("counts").path("outOfScope").asInt()).isEqualTo(3);

        JsonNode second = importsInto(
                "filtered",
                false,
                Row.csv(
                        person("1").with("Department", "ENGINEERING"),
                        person("2").with("Department", "finance"),
                        person("3").with("Department", "stra\u00dfe"),
                        person("4").with("Department", "\u0131sparta"),
                        person("5").with("Department", "\u0130sparta"),
                        leaver.with("Title", "Freelancer")));

        assertThat(keys("filtered")).containsExactly("1", "2", "3", "4", "5");
        assertThat(csv(second, "deleted").body()).contains("filtered:6", "out-of-scope");
    }

    private List<String> keys(String directory) {
        return get("/api/directories/" + directory + "/users?active=true")
                .json()
                .path("items")
                .findValues("externalId")
                .stream()
                .map(id -> id.asText().substring(directory.length() + 1))
                .sorted()
                .toList();
    }

    @Test
    @Acceptance(106)
    void ofSomebodyAFilterKeepsOutNothingIsStoredAndNothingIsLogged() {
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger own = (Logger) LoggerFactory.getLogger("dev.rollcall");
        Level before = own.getLevel();
        logged.start();
        root.addAppender(logged);
        own.setLevel(Level.TRACE);
        Row excluded = person("KEY-ZQX")
                .with("Employee ID", "NUMBER-ZQX")
                .with("First Name", "Wilhelmina-ZQX")
                .with("Last Name", "Vandersloot-ZQX")
                .with("Email", "w.zqx@example.com")
                .with("Department", "Sales-ZQX")
                .with("Manager", "boss.zqx@example.com");
        String csv = Row.csv(person("1").with("Department", "Engineering"), excluded, excluded.with("Title", "Other"));
        JsonNode dry;
        JsonNode real;
        try {
            dry = importsInto("private", true, csv);
            real = importsInto("private", false, csv);
            importsInto("private", false, csv);
        } finally {
            own.setLevel(before);
            root.detachAppender(logged);
        }

        assertThat(real.path("counts").path("outOfScope").asInt()).isPositive();
        assertThat(real.path("counts").path("created").asInt()).isEqualTo(1);
        String answers = dry.toString()
                + real
                + plan(dry)
                + plan(real)
                + get("/api/directories/private/changes").body()
                + get("/api/directories/private/runs").body();
        String log = String.join(
                "\n",
                logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
        String dump = dump();
        assertThat(log).contains("private");
        // proof that the dump would show a stored name: the one who is provisioned is in it
        assertThat(dump).contains(hex("Given1"));
        for (String personal : List.of("KEY-ZQX", "NUMBER-ZQX", "-ZQX", "w.zqx", "boss.zqx")) {
            assertThat(answers).doesNotContainIgnoringCase(personal);
            assertThat(log).doesNotContainIgnoringCase(personal);
            assertThat(dump).doesNotContainIgnoringCase(personal).doesNotContain(hex(personal));
        }
    }

    /** Every row of every table as text, in which bytes are hexadecimal. */
    private String dump() {
        StringBuilder dump = new StringBuilder();
        List<Map<String, Object>> tables =
                sql.queryForList("SELECT table_schema AS s, table_name AS n FROM information_schema.tables"
                        + " WHERE table_schema IN ('public', 'staging') AND table_type = 'BASE TABLE'");
        for (Map<String, Object> table : tables) {
            sql.query("SELECT t::text FROM \"" + table.get("s") + "\".\"" + table.get("n") + "\" t", row -> {
                dump.append(row.getString(1)).append('\n');
            });
        }
        return dump.toString();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
