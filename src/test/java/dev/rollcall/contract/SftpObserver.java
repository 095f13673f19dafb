package dev.rollcall.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;

/** Hinders whoever lists, opens or reads on the SFTP server; once, at the moment it was told. */
final class SftpObserver implements SftpEventListener {
    private volatile Moment moment = Moment.NEVER;
    private volatile Hindrance hindrance = session -> {};
    private volatile boolean happened;
    private final CountDownLatch[] stalled = {new CountDownLatch(1)};

    enum Moment {
        NEVER,
        LISTING,
        OPENING,
        READING
    }

    /** What happens then. */
    interface Hindrance {
        void to(ServerSession session) throws IOException;
    }

    void at(Moment when, Hindrance what) {
        hindrance = what;
        happened = false;
        moment = when;
    }

    /** Nothing more is hindered; whether anything was. */
    boolean end() {
        moment = Moment.NEVER;
        synchronized (stalled) {
            stalled[0].countDown();
            stalled[0] = new CountDownLatch(1);
        }
        return happened;
    }

    void stall() {
        CountDownLatch until;
        synchronized (stalled) {
            until = stalled[0];
        }
        FaultRelay.stall(until);
    }

    private void meet(Moment now, ServerSession session) throws IOException {
        if (moment == now) {
            moment = Moment.NEVER;
            happened = true;
            hindrance.to(session);
        }
    }

    @Override
    public void readEntries(ServerSession session, String handle, DirectoryHandle directory, Map<String, Path> entries)
            throws IOException {
        meet(Moment.LISTING, session);
    }

    @Override
    public void opening(ServerSession session, String handle, Handle local) throws IOException {
        if (isReport(local)) {
            meet(Moment.OPENING, session);
        }
    }

    @Override
    public void reading(
            ServerSession session, String handle, FileHandle local, long offset, byte[] data, int from, int length)
            throws IOException {
        if (isReport(local)) {
            meet(Moment.READING, session);
        }
    }

    private static boolean isReport(Handle handle) {
        return handle.getFile().toString().endsWith(".csv");
    }
}
