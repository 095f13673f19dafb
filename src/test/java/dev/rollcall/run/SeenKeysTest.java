package dev.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenKeysTest {
    private final SeenKeys seen = new SeenKeys();

    @Test
    void whoeverComesTwiceIsNoticed() {
        add("E1", "E2", "E3", "E2");

        assertThat(seen.noticed().orElseThrow()).containsExactly(key("E2"));
    }

    @Test
    void ofAHundredThousandPeopleWhoComeOnceHardlyAnybodyIsNoticed() {
        IntStream.range(0, 100_000).forEach(number -> add("E" + number));

        assertThat(seen.noticed().orElseThrow()).hasSizeLessThan(10);
    }

    @Test
    void moreThanCanBeNamedAreNotNamed() {
        IntStream.range(0, 10_001).forEach(number -> add("E" + number, "E" + number));

        assertThat(seen.noticed()).isEmpty();
    }

    private void add(String... keys) {
        List.of(keys).forEach(key -> seen.add(key(key)));
    }

    private static byte[] key(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
