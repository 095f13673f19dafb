package dev.rollcall.mapping;

import static dev.rollcall.mapping.Sample.codes;
import static dev.rollcall.mapping.Sample.title;
import static dev.rollcall.mapping.Sample.transformed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransformTest {
    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[trim] | ' Ann '| Ann",
                "[lower] | ANN İ | ann i̇",
                "[upper] | nl | NL",
                "[digits] | E-1042 | 1042",
                "[{ digits: 6 }] | E-1042 | 001042",
                "[{ prefix: BE- }] | 17 | BE-17",
                "[{ replace: { text: 'Dept. ', with: '' } }] | Dept. Sales | Sales",
                "[{ date: dd/MM/yyyy }] | 31/03/2026 | 2026-03-31",
                "[{ date: [iso, d.M.yyyy] }] | 1.4.2026 | 2026-04-01",
                "[{ number: ',' }] | 1.234,50 | 1234.50",
                "[number] | '1,234.5' | 1234.5",
                "[boolean] | Yes | true",
                "[boolean] | 0 | false",
                "[{ lookup: { PT: part time } }] | PT | part time",
                "[{ lookup: { PT: part time }, else: other }] | XX | other",
                "[{ default: en }] | '' | en",
                "[{ split: ';' }, first] | Red; Blue | Red",
                "[{ split: ';' }, sort, first] | Red; Blue | Blue",
                "[{ split: ';' }, { where: 'B.*' }] | Red; Blue | Blue",
                "[{ split: ';' }, { join: ' + ' }] | Red; Blue | Red + Blue",
            })
    void doesWhatItSays(String then, String given, String expected) {
        assertThat(title(transformed(then, given))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of {1} is rejected as {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[{ date: iso }] | 31/03/2026 | MAP-105",
                "[{ date: iso }] | 2026-02-30 | MAP-105",
                "[{ date: dd/MM/yyyy }] | 30/02/2026 | MAP-105",
                "[{ date: [dd/MM/yyyy, MM/dd/yyyy] }] | 03/04/2026 | MAP-105",
                "[number] | twelve | MAP-108",
                "[digits] | none | MAP-108",
                "[boolean] | perhaps | MAP-109",
                "[{ lookup: { PT: part time } }] | pt | MAP-104",
                "[{ split: ';' }] | Red; Blue | MAP-103",
            })
    void refusesWhatItCannotUse(String then, String given, String code) {
        assertThat(codes(transformed(then, given))).containsExactly(code);
    }

    @Test
    void twoFormsThatAgreeAreOneDate() {
        assertThat(title(transformed("[{ date: [dd/MM/yyyy, MM/dd/yyyy] }]", "03/03/2026")))
                .isEqualTo("2026-03-03");
    }

    @Test
    void smallLettersDoNotDependOnTheMachinesLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(title(transformed("[lower]", "TITLE"))).isEqualTo("title");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @EnumSource(TransformName.class)
    void everyExampleOfTheDocumentsCompiles(TransformName name) {
        String then = name.example().startsWith("[") ? name.example() : "[" + name.example() + "]";
        assertThat(Sample.problems(
                        "source: s\ndirectory: d\nformat: csv\nkey: id\nemployee:\n  title: { from: x, then: " + then
                                + " }\n"))
                .isEmpty();
    }
}
