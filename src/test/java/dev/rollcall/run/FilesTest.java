package dev.rollcall.run;

import static dev.rollcall.config.FilesOfAHome.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.TestDatabase;
import dev.rollcall.config.FilesOfAHome;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.source.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine, fed with real mapping and directory files. */
class FilesTest {
    private static final String LINES = """
            employee:
              givenName: First
              familyName: Last
              emails: [{ type: work, value: Mail }]
              startDate: Start
            """;

    @TempDir
    private Path folder;

    private final Engine engine = new Engine(TestDatabase.shared());

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    private void configured(String directory, String mapping) {
        engine.configured(new FilesOfAHome(folder, engine.directory)
                .directory(directory)
                .mapping("hr", mapping)
                .load());
    }

    @Test
    @Acceptance(103)
    void aFilterThatCountsFromTodayAsksTheSourceForEverybodyOnceADay() {
        configured("", LINES + "filters: [{ exclude: startDate, after: now }]\n");
        full(person("1", "2026-01-01"));

        Run sameDay = engine.open("hr", Trigger.SCHEDULE);
        engine.runs().abort(sameDay.id(), new Problem("hr", "RUN-000", "made up"));
        engine.clock.turn(Duration.ofDays(1));
        Run nextDay = engine.open("hr", Trigger.SCHEDULE);

        assertThat(sameDay.watermark()).isNotNull();
        assertThat(nextDay.watermark()).isNull();
    }

    @Test
    void onceAWeekEverybodyIsAskedForAlthoughChangesWouldDo() {
        configured("", LINES);
        full(person("1", "2026-01-01"));

        engine.clock.turn(Duration.ofDays(7));
        Run within = engine.open("hr", Trigger.SCHEDULE);
        engine.runs().abort(within.id(), new Problem("hr", "RUN-000", "made up"));
        engine.clock.turn(Duration.ofMinutes(1));
        Run after = engine.open("hr", Trigger.SCHEDULE);

        assertThat(within.watermark()).isNotNull();
        assertThat(after.watermark()).isNull();
    }

    @Test
    @Acceptance(25)
    void aRuleGivesAnAttributeItsValueWhileItsConditionHoldsAndFiltersSeeIt() {
        configured("", LINES + """
                  location: Place
                rules:
                  - { set: { teams: [Berlin office], isCustomerFacing: true }, when: [{ include: location, values: [BERLIN] }] }
                  - { set: { grade: away }, when: [{ include: location, values: [Paris, Rome] }, { exclude: startDate, after: now }] }
                filters: [{ exclude: grade, values: [away] }]
                """);

        RunSummary first = full(at("1", "Berlin"), at("2", "Antwerp"), at("3", "Rome"), at("4", "Berlin"));

        assertThat(first.counts().outOfScope()).isEqualTo(1);
        assertThat(engine.users()).containsOnlyKeys("hr:1", "hr:2", "hr:4");
        assertThat(engine.user("hr:1").profile().value("teams")).contains(new Value.Texts(List.of("Berlin office")));
        assertThat(engine.user("hr:1").profile().value("isCustomerFacing")).contains(new Value.Flag(true));
        assertThat(engine.user("hr:2").profile().value("teams")).isEmpty();

        full(at("1", "Antwerp"), at("2", "Antwerp"), at("3", "Rome"), at("4", "Berlin"));

        assertThat(engine.user("hr:1").profile().value("teams")).isEmpty();
        assertThat(engine.user("hr:4").profile().value("teams")).contains(new Value.Texts(List.of("Berlin office")));
    }

    @Test
    @Acceptance(25)
    void aRuleComesAfterTheMappingWhoseValueIsBackWhenTheConditionIsOver() {
        configured("", LINES + """
                  department: Place
                rules: [{ set: { department: Innovation }, when: [{ include: department, values: [r&d] }] }]
                """);

        full(at("1", "R&D"), at("2", "Sales"));
        assertThat(engine.user("hr:1").profile().value("department")).contains(new Value.Text("Innovation"));
        assertThat(engine.user("hr:2").profile().value("department")).contains(new Value.Text("Sales"));

        full(at("1", "Legal"), at("2", "R&D"));
        assertThat(engine.user("hr:1").profile().value("department")).contains(new Value.Text("Legal"));
        assertThat(engine.user("hr:2").profile().value("department")).contains(new Value.Text("Innovation"));
    }

    @Test
    @Acceptance(52)
    void whatIsWithheldDecidesButIsStoredNowhere() {
        String withheld = LINES + """
                  location: Place
                  custom: { survey: Survey }
                rules: [{ set: { teams: [Panel] }, when: [{ include: custom.survey, values: [group-zqx] }] }]
                filters: [{ exclude: custom.survey, values: [refused] }]
                """;
        configured("", withheld);
        full(survey("1", "group-zqx"), survey("2", "refused"));
        assertThat(engine.user("hr:1").profile().value("custom.survey")).contains(new Value.Text("group-zqx"));

        configured("", withheld + "withheld: [custom.survey]\n");
        full(survey("1", "group-zqx"), survey("2", "refused"), survey("3", "group-zqx"));

        assertThat(engine.users()).containsOnlyKeys("hr:1", "hr:3");
        for (String key : List.of("hr:1", "hr:3")) {
            assertThat(engine.user(key).profile().value("custom.survey")).isEmpty();
            assertThat(engine.user(key).profile().value("teams")).contains(new Value.Texts(List.of("Panel")));
        }
        assertThat(engine.sql.queryForList(
                        "SELECT profile FROM employee WHERE directory = ?", byte[].class, engine.directory))
                .hasSize(2)
                .allMatch(profile -> !new String(profile, StandardCharsets.UTF_8).contains("zqx"));
    }

    @Test
    @Acceptance({36, 37, 38, 39})
    void aMembersProgrammeNeedsNumberAndAddressAndOnlyRecommendsTheRest() {
        configured("""
                require: [membershipNumber, email]
                recommend: [givenName, familyName, birthDate]
                safeguards: { rejected: { percent: 50 } }
                """, """
                employee:
                  membershipNumber: Member
                  givenName: First
                  familyName: Last
                  birthDate: Born
                  emails: [{ type: work, value: Mail }]
                sensitive: [birthDate]
                """);

        RunSummary summary = full(
                member("1", "M1", "An", "an@example.com", "1990-01-31"),
                member("2", "M2", "", "bo@example.com", ""),
                member("3", "M3", "", "cy@example.com", "1991-01-31"),
                member("4", "", "Di", "di@example.com", "1992-01-31"),
                member("5", "M5", "Ed", "", "1993-01-31"),
                member("6", "M6", "Flo", "flo@example.com", "1994-01-31"));

        assertThat(engine.users()).containsOnlyKeys("hr:1", "hr:2", "hr:3", "hr:6");
        assertThat(summary.counts().rejected()).isEqualTo(2);
        assertThat(summary.messages())
                .anyMatch(message -> message.contains("CFG-101  2 records have no givenName"))
                .anyMatch(message -> message.contains("CFG-101  1 records have no birthDate"))
                .noneMatch(message -> message.contains("familyName"));
    }

    @Test
    @Acceptance(45)
    void locationsThatAreNoneOfTheDirectorysAreCountedAndNotPrinted() {
        configured(
                "locations: { Antwerp: { aliases: [ANR] }, Berlin: Europe/Berlin }\n", LINES + "  location: Place\n");

        RunSummary summary = full(at("1", "ANR"), at("2", "Atlantis"), at("3", "Lemuria"), at("4", ""));

        assertThat(summary.messages())
                .filteredOn(message -> message.contains("CFG-102"))
                .singleElement()
                .asString()
                .contains("2 records have a location")
                .doesNotContain("Atlantis");
    }

    @Test
    @Acceptance({17, 45, 62, 63})
    void valuesOfSeveralSourcesAreOneSpellingAndOneSegment() {
        String words = """
                aliases: { department: { Mktg: Marketing, Verkoop: Sales } }
                locations: { Antwerp: { zone: Europe/Brussels, aliases: [ANR] }, Berlin: Europe/Berlin }
                segments: [department, location]
                """;
        String lines = LINES + "  location: Place\n  department: Dept\n";
        engine.configured(new FilesOfAHome(folder, engine.directory)
                .directory(words)
                .mapping("hr", lines)
                .mapping("be", lines)
                .load());

        full(with(at("1", "ANR"), "Dept", "Mktg"), with(at("2", "BERLIN"), "Dept", "Legal"));
        full("be", with(at("3", "Antwerp"), "Dept", "MARKETING"), with(at("4", "Atlantis"), "Dept", "verkoop"));

        assertThat(text("hr:1", "department")).isEqualTo("Marketing");
        assertThat(text("be:3", "department")).isEqualTo("Marketing");
        assertThat(text("be:4", "department")).isEqualTo("Sales");
        assertThat(text("hr:1", "location")).isEqualTo("Antwerp");
        assertThat(text("hr:2", "location")).isEqualTo("Berlin");
        assertThat(text("be:4", "location")).isEmpty();
        assertThat(engine.sql.queryForList(
                        "SELECT attribute || '=' || value FROM segment WHERE directory = ?",
                        String.class,
                        engine.directory))
                .containsExactlyInAnyOrder(
                        "department=Marketing",
                        "department=Legal",
                        "department=Sales",
                        "location=Antwerp",
                        "location=Berlin");
    }

    @Test
    @Acceptance(53)
    void whoseLanguageNoSourceCarriesIsGivenEnglishOnceAndKeepsWhatIsChangedByHand() {
        configured("defaults: { preferredLanguage: en }\n", LINES + "  preferredLanguage: Language\n  title: Title\n");
        full(speaker("1", "", "Clerk"), speaker("2", "nl", "Clerk"), speaker("3", "", "Clerk"));
        assertThat(text("hr:1", "preferredLanguage")).isEqualTo("en");
        assertThat(text("hr:2", "preferredLanguage")).isEqualTo("nl");

        engine.byHand()
                .edit(
                        engine.directory,
                        engine.user("hr:3").id(),
                        Profile.EMPTY.with("preferredLanguage", new Value.Text("fr")));
        full(speaker("1", "", "Chief"), speaker("2", "de", "Clerk"), speaker("3", "", "Chief"));

        assertThat(text("hr:1", "preferredLanguage")).isEqualTo("en");
        assertThat(text("hr:1", "title")).isEqualTo("Chief");
        assertThat(text("hr:2", "preferredLanguage")).isEqualTo("de");
        assertThat(text("hr:3", "preferredLanguage")).isEqualTo("fr");
        assertThat(engine.sql.queryForList("SELECT 1 FROM segment WHERE directory = ?", engine.directory))
                .isEmpty();
    }

    @Test
    @Acceptance(53)
    void whoWasThereBeforeTheDefaultIsGivenItTooAndIsChangedByHandAsTheOthersAre() {
        configured("", LINES);
        full(person("1", "2026-01-01"), person("2", "2026-01-01"));
        engine.byHand()
                .edit(
                        engine.directory,
                        engine.user("hr:2").id(),
                        Profile.EMPTY.with("preferredLanguage", new Value.Text("fr")));

        configured("defaults: { preferredLanguage: en }\n", LINES);
        full(person("1", "2026-01-01"), person("2", "2026-01-01"));
        assertThat(text("hr:1", "preferredLanguage")).isEqualTo("en");
        assertThat(text("hr:2", "preferredLanguage")).isEqualTo("fr");

        engine.byHand()
                .edit(
                        engine.directory,
                        engine.user("hr:1").id(),
                        Profile.EMPTY.with("preferredLanguage", new Value.Text("nl")));
        configured("defaults: { preferredLanguage: de }\n", LINES);
        full(person("1", "2026-01-01"), person("2", "2026-01-01"));
        assertThat(text("hr:1", "preferredLanguage")).isEqualTo("nl");
    }

    @Test
    @Acceptance(53)
    void whatTheApplicationSaysIsGivenAtCreationOnly() {
        configured("ownership: { preferredLanguage: app }\n", LINES);
        full(person("1", "2026-01-01"));

        configured("ownership: { preferredLanguage: app }\ndefaults: { preferredLanguage: en }\n", LINES);
        full(person("1", "2026-01-01"), person("2", "2026-01-01"));

        assertThat(text("hr:1", "preferredLanguage")).isEmpty();
        assertThat(text("hr:2", "preferredLanguage")).isEqualTo("en");
    }

    private String text(String user, String attribute) {
        return engine.user(user).profile().value(attribute).orElse(null) instanceof Value.Text text ? text.text() : "";
    }

    private static String[] speaker(String key, String language, String title) {
        return with(person(key, "2026-01-01"), "Language", language, "Title", title);
    }

    private static String[] with(String[] person, String... more) {
        return Stream.concat(Arrays.stream(person), Arrays.stream(more)).toArray(String[]::new);
    }

    private static String[] at(String key, String place) {
        return with(person(key, "2026-01-01"), "Place", place);
    }

    private static String[] survey(String key, String group) {
        return with(at(key, "Antwerp"), "Survey", group);
    }

    private static String[] member(String key, String number, String first, String mail, String born) {
        return new String[] {"ID", key, "Member", number, "First", first, "Last", "Peeters", "Mail", mail, "Born", born
        };
    }

    private RunSummary full(String[]... rows) {
        return full("hr", rows);
    }

    private RunSummary full(String source, String[]... rows) {
        List<MappingResult> records = Arrays.stream(rows)
                .map(cells -> engine.source(source).mapping().map(row(cells)))
                .toList();
        return engine.full(source, records);
    }

    private static String[] person(String key, String start) {
        return new String[] {
            "ID", key, "First", "Given" + key, "Last", "Family" + key, "Mail", key + "@example.com", "Start", start
        };
    }

    @Test
    @Acceptance({103, 104})
    void aDateCountedFromTodayMovesPeopleInAndOutOfScopeWithoutAChangeInTheFeed() {
        configured("", LINES + "filters: [{ include: startDate, between: [now - 1 month, now + 14 days] }]\n");
        // the clock stands at 2 March
        String[][] feed = {
            person("leaving", "2026-02-03"),
            person("staying", "2026-03-01"),
            person("also", "2026-03-02"),
            person("coming", "2026-03-18"),
            person("far", "2027-01-01")
        };

        assertThat(full(feed).counts().outOfScope()).isEqualTo(2);
        assertThat(engine.users()).containsOnlyKeys("hr:also", "hr:leaving", "hr:staying");

        engine.clock.turn(Duration.ofDays(2));
        RunSummary later = full(feed);

        assertThat(engine.active()).containsExactly("hr:also", "hr:staying");
        assertThat(engine.users()).containsKey("hr:coming");
        assertThat(engine.plan(later.run()))
                .filteredOn(action -> action.reason().equals("out-of-scope"))
                .singleElement()
                .satisfies(action -> assertThat(action.externalId()).isEqualTo("hr:leaving"));
    }
}
