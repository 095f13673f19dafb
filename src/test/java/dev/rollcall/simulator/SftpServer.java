package dev.rollcall.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;

/** A supplier's SFTP server, keeping its files and its key in a folder. */
public final class SftpServer implements AutoCloseable {
    public static final String USER = "hr";
    public static final String PASSWORD = "hr-secret";
    public static final String DIRECTORY = "out";

    private final SshServer server;
    private final Path files;
    private final Path knownHosts;
    private final SftpSubsystemFactory sftp = new SftpSubsystemFactory();

    private volatile String password = PASSWORD;
    private volatile @Nullable PublicKey login;

    private SftpServer(SshServer server, Path folder) {
        this.server = server;
        this.files = folder.resolve("files");
        this.knownHosts = folder.resolve("known_hosts");
    }

    /**
     * Starts with the folder's key, so that whoever knew the server still knows it.
     *
     * @param port 0: any free one
     */
    public static SftpServer start(Path folder, int port) {
        SshServer ssh = SshServer.setUpDefaultServer();
        SftpServer started = new SftpServer(ssh, folder.toAbsolutePath());
        try {
            Files.createDirectories(started.directory());
            SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(folder.resolve("host.key"));
            keys.setAlgorithm("EC");
            ssh.setHost("127.0.0.1");
            ssh.setPort(port);
            ssh.setKeyPairProvider(keys);
            ssh.setPasswordAuthenticator((user, password, session) ->
                    started.login == null && USER.equals(user) && started.password.equals(password));
            ssh.setPublickeyAuthenticator((user, key, session) -> USER.equals(user) && key.equals(started.login));
            ssh.setSubsystemFactories(List.of(started.sftp));
            ssh.setFileSystemFactory(new VirtualFileSystemFactory(started.files));
            ssh.start();
            PublicKey key = keys.loadKeys(null).iterator().next().getPublic();
            Files.writeString(
                    started.knownHosts, "[127.0.0.1]:" + ssh.getPort() + " " + PublicKeyEntry.toString(key) + "\n");
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only password accepted from now on. */
    public void accept(String newPassword) {
        password = newPassword;
        login = null;
    }

    /** The only key accepted from now on; no password is. */
    public void accept(PublicKey key) {
        login = key;
    }

    public int port() {
        return server.getPort();
    }

    public Path knownHosts() {
        return knownHosts;
    }

    /** Whoever wants to know what clients do, or to hinder them. */
    public void observe(SftpEventListener observer) {
        sftp.addSftpEventListener(observer);
    }

    /** The folder a route reads. */
    public Path directory() {
        return files.resolve(DIRECTORY);
    }

    /** Puts a file there whole, and tells so with a done file beside it. */
    public void put(String name, String content) {
        write(name, content);
        write(name + ".done", "");
    }

    /** Puts a file there and nothing else. */
    public void write(String name, String content) {
        try {
            Files.writeString(directory().resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a file older. */
    public void age(String name, Duration age) {
        try {
            Files.setLastModifiedTime(
                    directory().resolve(name), FileTime.from(Instant.now().minus(age)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies there, {@code .done/} and {@code .failed/} included. */
    public List<String> names() {
        try (Stream<Path> all = Files.walk(directory())) {
            return all.filter(Files::isRegularFile)
                    .map(file -> directory().relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 as a checksum file has it. */
    public static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
