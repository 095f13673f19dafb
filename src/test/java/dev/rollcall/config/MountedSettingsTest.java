package dev.rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class MountedSettingsTest {
    @TempDir
    private Path home;

    @Test
    @Acceptance(128)
    void aMountedFileIsTheSettingOfItsNameAndIsReadAtUse() throws IOException {
        Path secrets = Files.createDirectories(home.resolve("secrets"));
        Files.writeString(secrets.resolve("kombo.api-key"), "a secret");
        Files.writeString(secrets.resolve("payroll.password"), "another");
        Files.createDirectories(secrets.resolve("..2026_11_22"));
        MockEnvironment settings = new MockEnvironment()
                .withProperty("rollcall.home", home.toString())
                .withProperty("payroll.password", "from the environment");

        new MountedSettings().postProcessEnvironment(settings, new SpringApplication());

        assertThat(settings.getProperty("kombo.api-key")).isEqualTo("file:" + secrets.resolve("kombo.api-key"));
        assertThat(settings.getProperty("payroll.password")).isEqualTo("from the environment");
    }

    @Test
    void whatIsNoSecretIsTheSettingItself() throws IOException {
        Path secrets = Files.createDirectories(home.resolve("secrets"));
        Files.writeString(secrets.resolve("kombo.url"), "https://api.kombo.dev/v1\n");
        Files.writeString(secrets.resolve("kombo.credentials-expire"), "2027-03-31");
        MockEnvironment settings = new MockEnvironment().withProperty("rollcall.home", home.toString());

        new MountedSettings().postProcessEnvironment(settings, new SpringApplication());

        assertThat(settings.getProperty("kombo.url")).isEqualTo("https://api.kombo.dev/v1");
        assertThat(settings.getProperty("kombo.credentials-expire")).isEqualTo("2027-03-31");
    }

    @Test
    void withoutAFolderNothingIsMounted() {
        MockEnvironment settings = new MockEnvironment().withProperty("rollcall.home", home.toString());

        new MountedSettings().postProcessEnvironment(settings, new SpringApplication());

        assertThat(settings.getPropertySources()).hasSize(1);
    }
}
