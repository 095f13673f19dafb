package dev.rollcall.run.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Where the embedded server keeps what it owns; nobody but the owner may enter (mode 0700).
 *
 * <pre>
 * lock                held by the one process that runs the server
 * database-password   of the superuser, made on the first start, mode 0600
 * postgres            the server's own files (PGDATA)
 * </pre>
 *
 * @param binaries where the server's programs are unpacked; nobody else may be able to write there
 */
public record DataFolder(Path root, Path binaries) {
    private static final String OWNER_ONLY = "rwx------";
    private static final String PASSWORD = "database-password";

    public DataFolder {
        root = root.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
    }

    /** The usual layout: the binaries beside the files. */
    public static DataFolder at(Path root) {
        return new DataFolder(root, root.resolve("binaries"));
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path passwordFile() {
        return root.resolve(PASSWORD);
    }

    /** Makes the folder, or takes it over with everybody else locked out. */
    public void prepare() throws IOException {
        Files.createDirectories(
                root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        requireOwned(root);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(OWNER_ONLY));
        if (Files.exists(postgres())) {
            requireOwned(postgres());
        }
    }

    /** Writes a file that only its owner can read; whoever reads it finds all of it or none. */
    public void writeSecret(String name, String text) throws IOException {
        Path fresh = Files.createTempFile(root, name, null); // made with mode 0600
        Files.writeString(fresh, text);
        Files.move(fresh, root.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The superuser's password, made once; without it a database of ours cannot be opened again. */
    String password() throws IOException {
        if (!Files.exists(passwordFile())) {
            if (ServerFiles.areComplete(postgres())) {
                throw new DatabaseUnavailable(
                        passwordFile() + " is missing, and the database in " + postgres() + " was made with it.",
                        "Restore both from the same backup.");
            }
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            writeSecret(PASSWORD, HexFormat.of().formatHex(random));
        }
        return Files.readString(passwordFile()).strip();
    }

    // PostgreSQL refuses the files of another user too, but only after the whole start-up time and without saying why
    private static void requireOwned(Path path) throws IOException {
        Path self = Path.of("/proc/self");
        if (!Files.exists(self)) {
            return;
        }
        Object owner = Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        Object user = Files.getAttribute(self, "unix:uid");
        if (!owner.equals(user)) {
            throw new DatabaseUnavailable(
                    path + " belongs to user " + owner + ", and this process runs as user " + user + ".",
                    "Start Rollcall as the user who owns the folder, give the folder to this user (chown -R), or name"
                            + " another one with rollcall.data.");
        }
    }
}
