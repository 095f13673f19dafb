package dev.rollcall.config;

import dev.rollcall.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The files a configuration was read from, as they were then: what is saved later is in force after a restart.
 *
 * @param files by path
 */
public record SavedFiles(List<Path> folders, Map<Path, Saved> files) {
    /** A configuration that no file holds. */
    public static final SavedFiles NONE = new SavedFiles(List.of(), Map.of());

    private static final int NAMED = 5;

    public SavedFiles {
        folders = List.copyOf(folders);
        files = Map.copyOf(files);
    }

    /** One file; an unchanged time and size spare reading it again. */
    record Saved(FileTime at, long size, String digest) {}

    /** As they are now. */
    static SavedFiles of(Path... folders) {
        Map<Path, Saved> files = new TreeMap<>();
        for (Path file : inside(List.of(folders))) {
            try {
                files.put(file, new Saved(Files.getLastModifiedTime(file), Files.size(file), digest(file)));
            } catch (IOException e) {
                // whoever reads the configuration says what is wrong with it
            }
        }
        return new SavedFiles(List.of(folders), files);
    }

    /** What a person has to do, where files differ from those in force by now. */
    public Optional<Problem> problem() {
        Set<String> changed = new TreeSet<>();
        Set<Path> now = inside(folders);
        now.stream().filter(this::differs).forEach(file -> changed.add(name(file)));
        files.keySet().stream().filter(file -> !now.contains(file)).forEach(file -> changed.add(name(file)));
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        String more = changed.size() > NAMED ? " and " + (changed.size() - NAMED) + " more" : "";
        return Optional.of(new Problem(
                changed.stream()
                                .limit(NAMED)
                                .reduce((all, each) -> all + ", " + each)
                                .orElse("")
                        + more,
                ConfigCode.NOT_IN_FORCE.id(),
                "saved after the server started, and not in force. Run `rollcall check`, then restart the server."));
    }

    private boolean differs(Path file) {
        Saved saved = files.get(file);
        try {
            return saved == null
                    || ((!saved.at().equals(Files.getLastModifiedTime(file)) || saved.size() != Files.size(file))
                            && !saved.digest().equals(digest(file)));
        } catch (IOException e) {
            return true;
        }
    }

    private static String digest(Path file) throws IOException {
        return DigestUtils.sha256Hex(Files.readAllBytes(file));
    }

    private static String name(Path file) {
        return file.subpath(Math.max(0, file.getNameCount() - 2), file.getNameCount())
                .toString();
    }

    private static Set<Path> inside(List<Path> folders) {
        Set<Path> found = new TreeSet<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".yaml")).forEach(found::add);
            } catch (IOException e) {
                // a folder that is not there has no files
            }
        }
        return found;
    }
}
