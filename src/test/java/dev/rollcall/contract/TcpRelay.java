package dev.rollcall.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before a server of any protocol, and can keep everybody away from it. */
final class TcpRelay {
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int server;
    private final int port;
    private volatile ServerSocket listener;
    private volatile Mode mode = Mode.PASS;

    enum Mode {
        PASS,
        /** Nobody listens. */
        REFUSED,
        RESET,
        /** The connection stands, and not a byte comes. */
        SILENT
    }

    TcpRelay(int server) {
        this.server = server;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
    }

    int port() {
        return port;
    }

    private ServerSocket listen(int wanted) {
        try {
            ServerSocket socket = wanted == 0 ? FaultRelay.anywhere() : FaultRelay.again(wanted, 50);
            Thread.ofVirtual().start(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void mode(Mode wanted) {
        try {
            if (wanted == Mode.REFUSED) {
                listener.close();
            } else if (listener.isClosed()) {
                listener = listen(port);
            }
            mode = wanted;
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket at) {
        try {
            while (true) {
                Socket client = at.accept();
                open.add(client);
                switch (mode) {
                    case RESET -> {
                        client.setSoLinger(true, 0);
                        client.close();
                    }
                    case SILENT, REFUSED -> client.setTcpNoDelay(true);
                    case PASS -> {
                        Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                        open.add(behind);
                        Thread.ofVirtual().start(() -> pass(client, behind));
                        Thread.ofVirtual().start(() -> pass(behind, client));
                    }
                }
            }
        } catch (IOException closedOnPurpose) {
            // another listener takes its place, or none
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException gone) {
            // either side had enough
        } finally {
            open.remove(from);
        }
    }
}
