package dev.rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import dev.rollcall.employee.Vocabulary;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.source.Problem;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a directory file says of its words, and what becomes of a profile by it. */
class VocabularyTest {
    private static final String PLACES = """
            locations:
              Antwerp: { zone: Europe/Brussels, aliases: [ANR, Anvers] }
              Berlin: Europe/Berlin
              Remote: ~
            """;

    private static Vocabulary vocabulary(String yaml) {
        Problems problems = new Problems();
        DirectoryConfiguration directory =
                new DirectoryReader(problems).read("people.directory.yaml", "directory: people\n" + yaml, "people");
        assertThat(problems.list()).isEmpty();
        return Objects.requireNonNull(directory).vocabulary();
    }

    private static List<String> problems(String yaml) {
        Problems problems = new Problems();
        new DirectoryReader(problems).read("people.directory.yaml", "directory: people\n" + yaml, "people");
        return problems.list().stream().map(Problem::toString).toList();
    }

    private static Profile with(String attribute, String text) {
        return Profile.of(Map.of(attribute, new Value.Text(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "Antwerp,Antwerp",
        "ANTWERP,Antwerp",
        "anr,Antwerp",
        " Anvers ,Antwerp",
        "berlin,Berlin",
        "remote,Remote"
    })
    @Acceptance(45)
    void aLocationBecomesTheConfiguredNameOfThePlace(String written, String place) {
        Profile location = with("location", written);

        assertThat(vocabulary(PLACES).canonical(location).text(Attribute.LOCATION))
                .contains(place);
        assertThat(vocabulary(PLACES).blanked(location)).isEmpty();
    }

    @Test
    @Acceptance(45)
    void aLocationNobodyConfiguredIsLeftBlankAndToldOf() {
        Profile location = with("location", "Antwerpen");

        assertThat(vocabulary(PLACES).canonical(location).values())
                .containsExactly(Map.entry("location", Value.Cleared.CLEARED));
        assertThat(vocabulary(PLACES).blanked(location)).containsExactly("location");
    }

    @Test
    @Acceptance(45)
    void withoutConfiguredPlacesEveryLocationPassesAsItIs() {
        Profile location = with("location", "Antwerpen");

        assertThat(vocabulary("").canonical(location)).isSameAs(location);
        assertThat(vocabulary("").blanked(location)).isEmpty();
    }

    @Test
    void aPlaceHasItsOwnZoneOrNone() {
        assertThat(vocabulary(PLACES).zone(with("location", "ANR"))).contains(ZoneId.of("Europe/Brussels"));
        assertThat(vocabulary(PLACES).zone(with("location", "Berlin"))).contains(ZoneId.of("Europe/Berlin"));
        assertThat(vocabulary(PLACES).zone(with("location", "Remote"))).isEmpty();
        assertThat(vocabulary(PLACES).zone(with("location", "Mars"))).isEmpty();
        assertThat(vocabulary(PLACES).zone(Profile.EMPTY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Mktg,Marketing", "mktg,Marketing", "MARKETING,Marketing", "Sales,Sales", "SALES,SALES"})
    @Acceptance({17, 63})
    void anAliasMapsOntoTheOneSpellingWhateverTheCase(String written, String kept) {
        Vocabulary vocabulary = vocabulary("aliases: { department: { Mktg: Marketing } }\n");

        assertThat(vocabulary.canonical(with("department", written)).text(Attribute.DEPARTMENT))
                .contains(kept);
        assertThat(vocabulary.canonical(with("title", "Mktg")).text(Attribute.TITLE))
                .contains("Mktg");
    }

    @Test
    @Acceptance({17, 63})
    void aliasesReachListsAndOwnAttributesAndTwoThatBecomeOneAreOne() {
        Vocabulary vocabulary =
                vocabulary("aliases:\n  teams: { Red Team: Red, rood: Red }\n  custom.site: { HQ: Head office }\n");
        Profile profile = Profile.of(Map.of(
                "teams", new Value.Texts(List.of("ROOD", "Blue", "Red team")), "custom.site", new Value.Text("hq")));

        assertThat(vocabulary.canonical(profile).values())
                .containsEntry("teams", new Value.Texts(List.of("Red", "Blue")))
                .containsEntry("custom.site", new Value.Text("Head office"));
    }

    @Test
    @Acceptance(53)
    void aDefaultIsTypedLikeItsAttribute() {
        Vocabulary vocabulary = vocabulary(
                "defaults: { preferredLanguage: en, isManager: false, teams: [Everybody], custom.badge: none }\n");

        assertThat(vocabulary.defaults().values())
                .containsEntry("preferredLanguage", new Value.Text("en"))
                .containsEntry("isManager", new Value.Flag(false))
                .containsEntry("teams", new Value.Texts(List.of("Everybody")))
                .containsEntry("custom.badge", new Value.Text("none"));
    }

    @Test
    @Acceptance(61)
    void peopleAreGroupedByDepartmentUnlessAnotherAttributeIsNamed() {
        assertThat(vocabulary("").grouping()).isEqualTo("department");
        assertThat(vocabulary("grouping: division\n").grouping()).isEqualTo("division");
    }

    @Test
    @Acceptance(62)
    void segmentsAreMadeOfTheNamedAttributesOrOfTheGroupingOne() {
        assertThat(vocabulary("").segmented()).containsExactly("department");
        assertThat(vocabulary("grouping: division\n").segmented()).containsExactly("division");
        assertThat(vocabulary("segments: [department, location, custom.squad, teams]\n")
                        .segmented())
                .containsExactlyInAnyOrder("department", "location", "custom.squad", "teams");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "locations:\n  Antwerp: Europe/Brusels\n",
                "locations:\n  Antwerp: { aliases: [X] }\n  Berlin: { aliases: [x] }\n",
                "locations:\n  Antwerp: { zones: UTC }\n",
                "aliases:\n  departmnt: { A: B }\n",
                "aliases:\n  birthDate: { A: B }\n",
                "aliases:\n  department: [Mktg]\n",
                "aliases:\n  department: { A: B, B: C }\n",
                "defaults:\n  language: en\n",
                "defaults:\n  startDate: 2026-01-01\n",
                "defaults:\n  isManager: perhaps\n",
                "defaults:\n  emails: an@example.com\n",
                "\ngrouping: startDate\n",
                "\nsegments: [department, manager]\n"
            })
    void whatCannotBeIsRefusedWithItsLine(String yaml) {
        assertThat(problems(yaml)).isNotEmpty().allMatch(problem -> problem.matches("people.directory.yaml:[34] .*"));
    }
}
