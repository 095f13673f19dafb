package dev.rollcall.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quartz.CronExpression;

/** When the routes that come with the runtime ask their sources, as long as nobody says otherwise. */
class ShippedSchedulesTest {
    private static final Pattern DEFAULT = Pattern.compile("schedule: \"\\{\\{[a-z-]+\\.schedule:([^}]+)}}\"");

    static Stream<Path> sources() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            all = files.filter(file -> !file.endsWith("changes-file.camel.yaml"))
                    .sorted()
                    .toList();
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("sources")
    @Acceptance({3, 23, 112})
    void everySourceIsAskedOnceADayAlsoWhenTheClocksChange(Path route) throws IOException, ParseException {
        Matcher schedule = DEFAULT.matcher(Files.readString(route));
        assertThat(schedule.find()).as("a schedule").isTrue();
        CronExpression turns = new CronExpression(schedule.group(1));
        turns.setTimeZone(TimeZone.getTimeZone("UTC"));

        Date first = turns.getNextValidTimeAfter(Date.from(Instant.parse("2026-03-27T12:00:00Z")));
        for (int day = 1; day < 5; day++) {
            Date next = turns.getNextValidTimeAfter(first);
            assertThat(Duration.between(first.toInstant(), next.toInstant())).isEqualTo(Duration.ofHours(24));
            first = next;
        }
    }
}
