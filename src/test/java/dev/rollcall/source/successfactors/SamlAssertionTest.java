package dev.rollcall.source.successfactors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.simulator.successfactors.KeyFiles;
import dev.rollcall.simulator.successfactors.SamlCheck;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SamlAssertionTest {
    private static final URI TOKENS = URI.create("https://api4.example.com/oauth/token");
    private static final SamlAssertion ASSERTION = new SamlAssertion(TOKENS, "key<&>", "ROLLCALL & Co", false);
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00.123Z");
    private static KeyPair keys;

    @BeforeAll
    static void generate() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
    }

    private static Optional<String> refusal(String assertion, Instant at) {
        return SamlCheck.refusal(assertion, keys.getPublic(), TOKENS.toString(), "key<&>", "ROLLCALL & Co", at);
    }

    @Test
    @Acceptance(130)
    void itIsSignedForThisServerThisClientAndThisUser() {
        String signed = ASSERTION.signed(keys.getPrivate(), NOW);

        assertThat(refusal(signed, NOW)).isEmpty();
        assertThat(SamlCheck.refusal(
                        signed, KeyFiles.create().publicKey(), TOKENS.toString(), "key<&>", "ROLLCALL & Co", NOW))
                .contains("the signature");
        assertThat(SamlCheck.refusal(signed, keys.getPublic(), "https://elsewhere", "key<&>", "ROLLCALL & Co", NOW))
                .contains("the recipient");
    }

    @Test
    void aServerWhoseClockIsTwoMinutesBehindStillTakesItAndNobodyAfterTenMinutes() {
        String signed = ASSERTION.signed(keys.getPrivate(), NOW);

        assertThat(refusal(signed, NOW.minusSeconds(120))).isEmpty();
        assertThat(refusal(signed, NOW.minusSeconds(122))).contains("the time");
        assertThat(refusal(signed, NOW.plusSeconds(599))).isEmpty();
        assertThat(refusal(signed, NOW.plusSeconds(600))).contains("the time");
    }

    @Test
    void aChangedAssertionIsNotTheSignedOne() {
        String text = new String(
                Base64.getDecoder().decode(ASSERTION.signed(keys.getPrivate(), NOW)), StandardCharsets.UTF_8);
        String changed = text.replace("ROLLCALL", "ADMIN");

        assertThat(changed).isNotEqualTo(text);
        assertThat(refusal(Base64.getEncoder().encodeToString(changed.getBytes(StandardCharsets.UTF_8)), NOW))
                .contains("the signature");
    }
}
