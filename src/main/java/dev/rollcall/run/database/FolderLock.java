package dev.rollcall.run.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Held by the one process that owns a folder; the operating system takes it back however that process ends. */
final class FolderLock implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits a little: a command that used the folder may be about to end.
     *
     * @throws DatabaseUnavailable when another process keeps it
     */
    static FolderLock take(Path file, Duration patience) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        // asked again and again: a thread that blocks in lock() cannot be called back when the patience ends
        long until = System.nanoTime() + patience.toNanos();
        while (tryLock(channel) == null) {
            if (System.nanoTime() > until || Thread.currentThread().isInterrupted()) {
                channel.close();
                throw new DatabaseUnavailable(
                        file.getParent() + " is in use by another Rollcall process.",
                        "Stop the other one, or give this one a folder of its own with rollcall.data. Several processes"
                                + " can share an external PostgreSQL (spring.datasource.url).");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return new FolderLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
