package dev.rollcall.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.run.database.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class AdminPasswordTest {
    @TempDir
    Path temp;

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void withoutOneItIsGeneratedIntoAFileAndItsPathIsPrintedButNotItself(CapturedOutput output) throws IOException {
        Secret password = AdminPassword.read(environment, folder());

        Path file = temp.resolve("data/admin-password");
        assertThat(Files.readString(file)).isEqualTo(password.text()).hasSize(48);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(output.getAll()).contains(file.toString()).doesNotContain(password.text());
        assertThat(AdminPassword.read(environment, folder())).isEqualTo(password);
    }

    @Test
    void withoutOneBothPortsListenOnThisMachineOnlyWhateverIsConfigured() {
        environment.setProperty("server.address", "0.0.0.0");

        new LoopbackUntilPasswordIsSet().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(environment.getProperty("management.server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void withOneTheConfiguredAddressHolds() {
        environment.setProperty("server.address", "0.0.0.0");
        environment.setProperty("rollcall.admin.password", "chosen");

        new LoopbackUntilPasswordIsSet().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("server.address")).isEqualTo("0.0.0.0");
    }

    @Test
    void aFileGivesItWithoutTheLineEnd() throws IOException {
        Path file = Files.writeString(temp.resolve("password"), "from a file\n");
        environment.setProperty("rollcall.admin.password-file", file.toString());

        assertThat(AdminPassword.read(environment, folder()).text()).isEqualTo("from a file");
    }

    @Test
    void aFileThatIsEmptyOrMissingStopsTheStart() throws IOException {
        Path file = temp.resolve("password");
        environment.setProperty("rollcall.admin.password-file", file.toString());
        assertThatThrownBy(() -> AdminPassword.read(environment, folder())).hasMessageContaining("cannot be read");

        Files.writeString(file, " \n");
        assertThatThrownBy(() -> AdminPassword.read(environment, folder())).hasMessageContaining("is empty");
    }

    private DataFolder folder() throws IOException {
        DataFolder folder = DataFolder.at(temp.resolve("data"));
        folder.prepare();
        return folder;
    }
}
