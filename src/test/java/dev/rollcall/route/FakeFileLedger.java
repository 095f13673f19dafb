package dev.rollcall.route;

import dev.rollcall.run.FileLedger;
import dev.rollcall.run.Run;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers applied files for as long as a test lasts. */
public class FakeFileLedger implements FileLedger {
    private final List<ReadFile> files = new CopyOnWriteArrayList<>();

    public List<ReadFile> files() {
        return files;
    }

    @Override
    public Optional<Instant> newestApplied(Run run) {
        return files.stream().map(ReadFile::modifiedAt).max(Instant::compareTo);
    }

    @Override
    public boolean isKnown(Run run, String folder, String name, long size, Instant modifiedAt) {
        return files.stream()
                .anyMatch(file -> file.folder().equals(folder)
                        && file.name().equals(name)
                        && file.size() == size
                        && file.modifiedAt().equals(modifiedAt));
    }

    @Override
    public boolean isApplied(Run run, ReadFile file) {
        return files.contains(file);
    }

    @Override
    public void applied(Run run, ReadFile file) {
        files.add(file);
    }
}
