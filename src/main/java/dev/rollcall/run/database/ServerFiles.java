package dev.rollcall.run.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the server's files are whole: a process can be killed while they are being made. */
final class ServerFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ServerFiles.class);
    private static final String COMPLETE = "rollcall-complete";

    private ServerFiles() {}

    static boolean areComplete(Path pgData) {
        return Files.exists(pgData.resolve(COMPLETE));
    }

    /** Called once the server has answered, so that initdb is known to have finished. */
    static void complete(Path pgData) throws IOException {
        if (!areComplete(pgData)) {
            Files.createFile(pgData.resolve(COMPLETE));
        }
    }

    /** Files of an interrupted first start make room for new ones. They are kept: a mark can also get lost by hand. */
    static void moveIncompleteAside(Path pgData, Clock clock) throws IOException {
        if (!Files.exists(pgData) || areComplete(pgData)) {
            return;
        }
        String time = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString().replace(":", "");
        Path aside = pgData.resolveSibling(pgData.getFileName() + ".incomplete-" + time);
        Files.move(pgData, aside);
        LOG.warn("{} was never finished (no {} in it); moved to {}", pgData, COMPLETE, aside);
    }

    /** An unpacking that was killed half way would be taken for a finished one, or fail on the files that exist. */
    static void deleteHalfUnpacked(Path binaries) throws IOException {
        if (!Files.exists(binaries)) {
            return;
        }
        List<Path> versions;
        try (var children = Files.list(binaries)) {
            versions = children.filter(Files::isDirectory).toList();
        }
        for (Path version : versions) {
            if (!Files.exists(version.resolve(".exists"))) {
                LOG.warn("{} was unpacked half way; unpacking it again", version);
                delete(version);
            }
        }
    }

    private static void delete(Path root) throws IOException {
        List<Path> deepestFirst;
        try (var paths = Files.walk(root)) {
            deepestFirst = paths.sorted(
                            java.util.Comparator.<Path>naturalOrder().reversed())
                    .toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
