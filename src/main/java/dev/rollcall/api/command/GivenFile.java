package dev.rollcall.api.command;

import dev.rollcall.api.ApiCode;
import dev.rollcall.api.Operations;
import dev.rollcall.api.RunView;
import dev.rollcall.api.UploadView;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A file named on the command line. */
record GivenFile(Path path) {
    RunView importInto(Operations operations, String source, boolean dryRun) throws IOException {
        try (InputStream content = open()) {
            return operations.importFile(source, name(), content, dryRun);
        }
    }

    UploadView upload(Operations operations, String directory) throws IOException {
        try (InputStream content = open()) {
            return operations.upload(directory, name(), content);
        }
    }

    private InputStream open() throws IOException {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw ApiCode.NO_FILE.at(path.toString(), "there is no such file, or it cannot be read.");
        }
        return new BufferedInputStream(Files.newInputStream(path));
    }

    private String name() {
        return Objects.toString(path.getFileName(), "file");
    }
}
