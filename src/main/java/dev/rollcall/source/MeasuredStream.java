package dev.rollcall.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests what passes. */
public final class MeasuredStream extends FilterInputStream {
    private final MessageDigest digest;
    private long count;

    public MeasuredStream(InputStream in) {
        super(in);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            digest.update((byte) read);
            count++;
        }
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            digest.update(target, offset, read);
            count += read;
        }
        return read;
    }

    /** Nothing passes unseen. */
    @Override
    public boolean markSupported() {
        return false;
    }

    public long count() {
        return count;
    }

    /** SHA-256 of what has passed, in hexadecimal; afterwards nothing more may pass. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
