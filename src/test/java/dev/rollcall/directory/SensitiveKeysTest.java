package dev.rollcall.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sealing of sensitive values. */
class SensitiveKeysTest {
    private static final byte[] PAY = "{\"amount\":\"3900\"}".getBytes(UTF_8);

    private static byte[] key(char letter) {
        byte[] key = new byte[SensitiveKeys.LENGTH];
        Arrays.fill(key, (byte) letter);
        return key;
    }

    private static SensitiveKeys keys(char... letters) {
        return SensitiveKeys.of(new String(letters)
                .chars()
                .mapToObj(letter -> key((char) letter))
                .toList());
    }

    @Test
    void whatIsSealedTellsNothingButThatItIsTheSame() {
        String sealed = keys('a').seal("compensation", PAY);

        assertThat(sealed).doesNotContain("3900").isEqualTo(keys('a').seal("compensation", PAY));
        assertThat(keys('a').seal("birthDate", PAY)).isNotEqualTo(sealed);
        assertThat(keys('b').seal("compensation", PAY)).isNotEqualTo(sealed);
        assertThat(keys('a').open("compensation", sealed)).hasValue(PAY);
    }

    @Test
    void anOlderKeyOpensAndTheNewOneSeals() {
        String old = keys('a').seal("compensation", PAY);

        assertThat(keys('b', 'a').open("compensation", old)).hasValue(PAY);
        assertThat(keys('b', 'a').seal("compensation", PAY)).isEqualTo(keys('b').seal("compensation", PAY));
        assertThat(keys('b').open("compensation", old)).isEmpty();
    }

    @Test
    void aSealedValueIsNeitherChangedNorPutUnderAnotherName() {
        String sealed = keys('a').seal("compensation", PAY);
        char last = sealed.charAt(sealed.length() - 3);
        String changed = sealed.substring(0, sealed.length() - 3)
                + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 2);

        assertThatIllegalStateException().isThrownBy(() -> keys('a').open("compensation", changed));
        assertThatIllegalStateException().isThrownBy(() -> keys('a').open("birthDate", sealed));
    }

    @Test
    void withoutAKeyNothingSensitiveIsKept() {
        assertThatIllegalStateException().isThrownBy(() -> SensitiveKeys.NONE.seal("compensation", PAY));
        assertThatIllegalArgumentException().isThrownBy(() -> SensitiveKeys.of(List.of(new byte[16])));
        assertThat(keys('a')).hasToString("SensitiveKeys[1]");
    }
}
