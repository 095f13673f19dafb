package dev.rollcall.mapping;

import static dev.rollcall.mapping.Sample.codes;
import static dev.rollcall.mapping.Sample.csv;
import static dev.rollcall.mapping.Sample.json;
import static dev.rollcall.mapping.Sample.profile;
import static dev.rollcall.mapping.Sample.record;
import static dev.rollcall.mapping.Sample.rejected;
import static dev.rollcall.mapping.Sample.row;
import static dev.rollcall.mapping.Sample.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Email;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Reference;
import dev.rollcall.employee.Value;
import dev.rollcall.source.Header;
import dev.rollcall.source.Origin;
import dev.rollcall.source.Problem;
import dev.rollcall.source.SourceRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {
    private static final Header HEADER = new Header(List.of("id", "a", "b"));

    @Test
    @Acceptance(96)
    void textIsKeptByteForByteBlanksIncluded() {
        MappingResult result = csv("givenName: a").map(row(HEADER, "1", " Ann\u00a0Marie  ", ""));

        assertThat(value(result, Attribute.GIVEN_NAME)).isEqualTo(new Value.Text(" Ann\u00a0Marie  "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u00a0 "})
    @Acceptance(18)
    void mappedAndEmptyIsClearedWhileNotMappedIsNotCarried(String empty) {
        Profile profile = profile(csv("givenName: a").map(row(HEADER, "1", empty, "Peeters")));

        assertThat(profile.values()).containsExactly(java.util.Map.entry("givenName", Value.Cleared.CLEARED));
    }

    @Test
    @Acceptance(57)
    void columnsNobodyMappedReachNoEmployee() {
        Profile profile = profile(csv("givenName: a").map(row(HEADER, "1", "Ann", "secret")));

        assertThat(profile.values()).containsOnlyKeys("givenName");
    }

    @Test
    @Acceptance({42, 43})
    void aDateIsReadAsYearMonthDayAndNeverShiftedByAZone() {
        Mapping mapping = json("startDate: $.start\nendDate: $.end");

        Profile profile = profile(mapping.map(record("{'id':'1','start':'2020-04-07T23:59:59Z','end':'2026-03-31'}")));

        assertThat(profile.date(Attribute.START_DATE)).contains(LocalDate.of(2020, 4, 7));
        assertThat(profile.date(Attribute.END_DATE)).contains(LocalDate.of(2026, 3, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/03/2026", "2026-3-31", "2026-02-29", "20260331", "2026-03-31 or so", "0000-00-00"})
    @Acceptance({42, 43})
    void anyOtherFormOfDateIsRejectedUnlessMapped(String date) {
        assertThat(codes(csv("endDate: a").map(row(HEADER, "1", date, "")))).containsExactly("MAP-105");
    }

    @Test
    @Acceptance(42)
    void anotherFormOfDateIsReadWhereTheMappingSaysSo() {
        Mapping mapping = csv("startDate: { from: a, then: [{ date: dd/MM/yyyy }] }");

        assertThat(profile(mapping.map(row(HEADER, "1", "31/03/2026", ""))).date(Attribute.START_DATE))
                .contains(LocalDate.of(2026, 3, 31));
    }

    @Test
    void aRejectionShowsTheShapeOfAValueAndNotTheValue() {
        MappingResult.Rejected rejected =
                rejected(csv("emails: [{ type: work, value: a }]").map(row(HEADER, "1", "ann.maes(at)acme", "")));

        assertThat(rejected.problems())
                .containsExactly(new Problem(
                        "people.csv:2",
                        "MAP-106",
                        "employee.emails, from a (mappings/sample.yaml:7): found aaa.aaaa(aa)aaaa, expected an e-mail address"
                                + " (name@domain.tld)."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann",
                "ann@",
                "@example.com",
                "ann@example",
                "ann@example.",
                "ann@.com",
                "a@b@example.com",
                "ann maes@example.com",
                " ann@example.com",
                "ann@example.com;bo@example.com",
                "Ann <ann@example.com>"
            })
    @Acceptance(31)
    void whatCannotBeAnAddressIsRejected(String text) {
        assertThat(codes(csv("emails: [{ type: work, value: a }]").map(row(HEADER, "1", text, ""))))
                .containsExactly("MAP-106");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ann@example.com", "o'neill+hr@sub.example.co.uk", "jürgen@müller.example", "ANN@EXAMPLE.COM"})
    @Acceptance({31, 96})
    void whatLooksLikeAnAddressIsKeptAsSent(String text) {
        assertThat(profile(csv("emails: [{ type: work, value: a }]").map(row(HEADER, "1", text, "")))
                        .email())
                .contains(text);
    }

    @Test
    void aStatusThatIsEmptyOrUnknownIsNeitherActiveNorInactive() {
        Mapping mapping = csv("employmentStatus: a");

        assertThat(value(mapping.map(row(HEADER, "1", "leave", "")), Attribute.EMPLOYMENT_STATUS))
                .isEqualTo(new Value.Status(EmploymentStatus.LEAVE));
        assertThat(codes(mapping.map(row(HEADER, "1", "", "")))).containsExactly("MAP-107");
        assertThat(codes(mapping.map(row(HEADER, "1", "Active", "")))).containsExactly("MAP-107");
    }

    @Test
    void aRejectedRecordKeepsKeyStatusAndDatesThatCouldBeRead() {
        Mapping mapping = csv("employmentStatus: a\nendDate: b\nbirthDate: a");

        MappingResult.Rejected rejected = rejected(mapping.map(row(HEADER, "1", "inactive", "2026-03-31")));

        assertThat(rejected.key()).isEqualTo("1");
        assertThat(rejected.readable().employmentStatus()).contains(EmploymentStatus.INACTIVE);
        assertThat(rejected.readable().date(Attribute.END_DATE)).contains(LocalDate.of(2026, 3, 31));
        assertThat(codes(rejected)).containsExactly("MAP-105");
    }

    @Test
    void aRecordWithoutAKeyMayBeAnybody() {
        MappingResult.Rejected rejected = rejected(csv("givenName: a").map(row(HEADER, " ", "Ann", "")));

        assertThat(rejected.key()).isNull();
        assertThat(codes(rejected)).containsExactly("MAP-101");
    }

    @Test
    void anUnreadableRowIsRejectedWithoutAKey() {
        Problem problem = new Problem("people.csv:9", "CSV-004", "too few fields");
        SourceRecord unreadable = new SourceRecord.Unreadable(problem, new Origin("people.csv", 9));

        MappingResult.Rejected rejected = rejected(csv("givenName: a").map(unreadable));

        assertThat(rejected.key()).isNull();
        assertThat(rejected.problems()).containsExactly(problem);
    }

    @Test
    void anAnonymisedRecordNeedsOnlyItsKeyAndItsBlanksReachNobody() {
        Mapping mapping = json("givenName: { from: $.name, required: true }\nemploymentStatus: $.status");

        MappingResult result = mapping.map(record("{'id':'7','gone':'2026-01-01T00:00:00Z','name':null}"));

        assertThat(result).isInstanceOf(MappingResult.Mapped.class);
        MappingResult.Mapped mapped = (MappingResult.Mapped) result;
        assertThat(mapped.employee().key()).isEqualTo("7");
        assertThat(mapped.employee().gone()).isTrue();
        assertThat(mapped.employee().profile().values()).isEmpty();
    }

    @Test
    @Acceptance(40)
    void anEmployeeNumberSentAsANumberBecomesItsTextAndZerosStay() {
        Mapping mapping = json("employeeNumber: $.no");

        assertThat(value(mapping.map(record("{'id':12,'no':1042}")), Attribute.EMPLOYEE_NUMBER))
                .isEqualTo(new Value.Text("1042"));
        assertThat(value(mapping.map(record("{'id':12,'no':'00042'}")), Attribute.EMPLOYEE_NUMBER))
                .isEqualTo(new Value.Text("00042"));
        assertThat(value(mapping.map(record("{'id':12,'no':12345678901234567890}")), Attribute.EMPLOYEE_NUMBER))
                .isEqualTo(new Value.Text("12345678901234567890"));
    }

    @Test
    @Acceptance({41, 51})
    void externalIdAndCustomAttributesAreCarried() {
        Mapping mapping = json("externalId: $.remote\ncustom: { shirtSize: $.custom.size }");

        Profile profile = profile(mapping.map(record("{'id':'1','remote':'32','custom':{'size':'XL'}}")));

        assertThat(profile.text(Attribute.EXTERNAL_ID)).contains("32");
        assertThat(profile.values()).containsEntry("custom.shirtSize", new Value.Text("XL"));
    }

    @Test
    @Acceptance({46, 47})
    void managersAreReferencesByKeyMailOrNumber() {
        Mapping mapping = csv(
                "manager: { from: a, by: email }\nadditionalManagers: [{ from: b, by: employeeNumber, then: [{ split: ',' }] }]");

        MappingResult result = mapping.map(row(HEADER, "1", "boss@example.com", "17,18"));

        assertThat(value(result, Attribute.MANAGER))
                .isEqualTo(new Value.Referred(new Reference(Reference.By.EMAIL, "boss@example.com")));
        assertThat(value(result, Attribute.ADDITIONAL_MANAGERS))
                .isEqualTo(new Value.ReferredAll(List.of(
                        new Reference(Reference.By.EMPLOYEE_NUMBER, "17"),
                        new Reference(Reference.By.EMPLOYEE_NUMBER, "18"))));
    }

    @Test
    @Acceptance(48)
    void aPictureIsCarriedAsItsAddress() {
        MappingResult result = csv("pictureUrl: a").map(row(HEADER, "1", "https://example.com/p/1.png?s=2", ""));

        assertThat(value(result, Attribute.PICTURE_URL)).isEqualTo(new Value.Text("https://example.com/p/1.png?s=2"));
    }

    @Test
    void nestedValuesAreCarriedWhole() {
        Mapping mapping = csv("""
                emails:
                  - { type: personal, value: b }
                  - { type: work, value: a }
                phones: [{ type: mobile, value: { value: "+32 2" } }]
                homeAddress: { street: { join: { of: [a, b] } }, country: { value: BE } }
                compensation: { amount: { value: "1234.50" }, currency: { value: EUR } }
                isManager: { from: id, then: [boolean] }
                """);

        MappingResult result = mapping.map(row(HEADER, "1", "w@example.com", "p@example.com"));

        assertThat(value(result, Attribute.EMAILS))
                .isEqualTo(new Value.Emails(List.of(
                        new Email(Email.Type.PERSONAL, "p@example.com"), new Email(Email.Type.WORK, "w@example.com"))));
        assertThat(profile(result).email()).contains("w@example.com");
        assertThat(value(result, Attribute.HOME_ADDRESS))
                .isEqualTo(new Value.Address("w@example.com p@example.com", null, null, null, "BE"));
        assertThat(value(result, Attribute.COMPENSATION))
                .isEqualTo(new Value.Compensation(new BigDecimal("1234.50"), "EUR", null));
        assertThat(value(result, Attribute.IS_MANAGER)).isEqualTo(new Value.Flag(true));
    }

    @Test
    void twoHitsAreNotOneUnlessTheMappingChooses() {
        String groups = "{'id':'1','g':[{'t':'D','n':'Sales'},{'t':'D','n':'Marketing'},{'t':'T','n':'Blue'}]}";

        assertThat(codes(json("department: \"$.g[?(@.t == 'D')].n\"").map(record(groups))))
                .containsExactly("MAP-103");
        assertThat(value(
                        json("department: { from: \"$.g[?(@.t == 'D')].n\", then: [sort, first] }")
                                .map(record(groups)),
                        Attribute.DEPARTMENT))
                .isEqualTo(new Value.Text("Marketing"));
        assertThat(value(json("department: \"$.g[?(@.t == 'T')].n\"").map(record(groups)), Attribute.DEPARTMENT))
                .isEqualTo(new Value.Text("Blue"));
        assertThat(value(json("teams: $.g[*].n").map(record(groups)), Attribute.TEAMS))
                .isEqualTo(new Value.Texts(List.of("Sales", "Marketing", "Blue")));
    }

    @Test
    void theFirstLineThatIsNotEmptyCounts() {
        Mapping mapping = csv("givenName: { firstOf: [b, a, { value: Nobody }] }");

        assertThat(value(mapping.map(row(HEADER, "1", "Ann", "Annie")), Attribute.GIVEN_NAME))
                .isEqualTo(new Value.Text("Annie"));
        assertThat(value(mapping.map(row(HEADER, "1", "Ann", "")), Attribute.GIVEN_NAME))
                .isEqualTo(new Value.Text("Ann"));
        assertThat(value(mapping.map(row(HEADER, "1", "", "")), Attribute.GIVEN_NAME))
                .isEqualTo(new Value.Text("Nobody"));
    }

    @Test
    void aRequiredValueThatIsEmptyRejects() {
        Mapping mapping = csv("givenName: { from: a, required: true }");

        assertThat(codes(mapping.map(row(HEADER, "1", "", "")))).containsExactly("MAP-102");
    }

    @Test
    void aTextThatNoDatabaseCanHoldIsRejected() {
        Mapping mapping = json("givenName: $.n");

        assertThat(codes(mapping.map(record("{'id':'1','n':'An\\u0000n'}")))).containsExactly("MAP-111");
        assertThat(codes(mapping.map(record("{'id':'1','n':'An\\ud800n'}")))).containsExactly("MAP-111");
        assertThat(value(mapping.map(record("{'id':'1','n':'\\ud83d\\ude00'}")), Attribute.GIVEN_NAME))
                .isEqualTo(new Value.Text("😀"));
    }

    @Test
    void anObjectWhereATextIsExpectedIsRejected() {
        assertThat(codes(json("givenName: $.n").map(record("{'id':'1','n':{'first':'Ann'}}"))))
                .containsExactly("MAP-110");
    }

    @Test
    void aRecordOfAnotherFormThanTheMappingIsRejected() {
        assertThat(codes(csv("givenName: a").map(record("{'id':'1'}")))).containsExactly("MAP-100");
        assertThat(codes(json("givenName: $.a").map(row(HEADER, "1", "", "")))).containsExactly("MAP-100");
    }

    @Test
    void eachValueCanBeTracedToItsPlaceAndItsLine() {
        Mapping mapping = json(
                "department: { from: \"$.g[?(@.t == 'D')].n\", then: [sort, first] }\ntitle: { firstOf: [$.x, $.y] }");

        List<Trace> traces =
                mapping.explain(record("{'id':'1','y':'Boss','g':[{'t':'T','n':'Blue'},{'t':'D','n':'Sales'}]}"));

        assertThat(traces)
                .extracting(Trace::toString)
                .containsExactly(
                        "key = page 0:1 $.id  by mappings/sample.yaml:4",
                        "gone = page 0:1   by mappings/sample.yaml:5",
                        "department = page 0:1 $.g[1].n  by mappings/sample.yaml:7",
                        "title = page 0:1 $.y  by mappings/sample.yaml:8");
    }

    @Test
    void aMissingColumnIsNamedWithTheOneItMayHaveBecome() {
        List<Problem> problems = csv("department: Department\ntitle: Title")
                .checkHeader(new Header(List.of("id", "Departement", "Title")));

        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "mappings/sample.yaml:7  MAP-112  the file has no column Department. The file has a column"
                                + " Departement, which nobody reads: was it renamed? Write that name in the mapping.");
    }

    @Test
    @Acceptance(46)
    void aTypographicApostropheInAHeaderIsAsGoodAsAStraightOne() {
        Mapping mapping = csv("title: Manager's title");
        Header header = new Header(List.of("id", "Manager’s title"));

        assertThat(mapping.checkHeader(header)).isEmpty();
        assertThat(Sample.title(mapping.map(row(header, "1", "Boss")))).isEqualTo("Boss");
    }

    @Test
    void columnsMayStandInAnotherOrderInTheNextFile() {
        Mapping mapping = csv("title: a");

        assertThat(Sample.title(mapping.map(row(HEADER, "1", "Boss", "")))).isEqualTo("Boss");
        assertThat(Sample.title(mapping.map(row(new Header(List.of("a", "id")), "Boss", "1"))))
                .isEqualTo("Boss");
        assertThat(codes(mapping.map(row(new Header(List.of("id")), "1")))).containsExactly("MAP-112");
    }

    @Test
    @Acceptance(18)
    void whatWasNotLoadedIsNotEmptyTheRecordIsRejectedUnderItsOwnKey() {
        Mapping mapping = json("givenName: $.name\nemploymentStatus: $.status\nendDate: $.end");
        Problem notLoaded = new Problem("page 1:1", "API-008", "not loaded");

        MappingResult.Rejected result = rejected(mapping.map(new SourceRecord.Incomplete(
                record("{'id': 'a', 'status': 'inactive', 'name': 'Ann'}").node(),
                notLoaded,
                new Origin("page 1", 1))));

        assertThat(result.key()).isEqualTo("a");
        assertThat(result.problems()).containsExactly(notLoaded);
        assertThat(result.readable().employmentStatus()).contains(EmploymentStatus.INACTIVE);
        assertThat(result.readable().values()).doesNotContainKey("givenName");
    }
}
