package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class CredentialsTest {
    private final MockEnvironment settings = new MockEnvironment();
    private final Credentials credentials =
            new Credentials(settings, Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @Acceptance(128)
    @CsvSource({
        "2026-11-21, the credentials expired on 2026-11-21: get new ones from the source., true",
        "2026-11-22, the credentials expire in 0 days: get new ones from the source., false",
        "2026-12-01, the credentials expire in 9 days: get new ones from the source., false",
        "soon, kombo.credentials-expire is no date like 2027-03-31. Correct it., false"
    })
    void whatExpiresSoonIsSaidBeforeItFails(String date, String said, boolean expired) {
        settings.setProperty("kombo.credentials-expire", date);

        assertThat(credentials.warning("kombo")).contains(new Credentials.Warning(said, expired));
    }

    @Test
    void whatLastsIsNotMentioned() {
        settings.setProperty("kombo.credentials-expire", "2027-11-22");

        assertThat(credentials.warning("kombo")).isEmpty();
        assertThat(credentials.warning("unheard-of")).isEmpty();
    }
}
