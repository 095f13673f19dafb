package dev.rollcall.contract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stands between Rollcall and a simulator on the level of TCP: has each answer whole, then passes it on, or misbehaves.
 *
 * <p>Requests for pages are counted from 1 since the relay was last armed; tries count too.
 */
public final class FaultRelay implements AutoCloseable {
    /** Longer than any time-out of the tests; ends early when the relay is disarmed. */
    private static final long SECONDS_TO_STALL = 8;

    private static final long MILLIS_UNREACHABLE = 450;

    private final int port;
    private final List<HttpMessage> recorded = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Socket> waiting = new ArrayList<>();
    private volatile Predicate<String> isPage = target -> true;
    private volatile URI simulator = URI.create("http://localhost:1");
    private volatile ServerSocket listener;
    private volatile @Nullable Fault fault;
    private volatile Runnable between = () -> {};
    private volatile CountDownLatch stalled = new CountDownLatch(1);
    private volatile boolean lasting;
    private volatile boolean fired;
    private volatile boolean recording;
    private int first;
    private int pages;

    private FaultRelay(ServerSocket listener) {
        this.listener = listener;
        this.port = listener.getLocalPort();
        Thread.ofVirtual().start(() -> accept(listener));
    }

    public static FaultRelay start() {
        try {
            return new FaultRelay(anywhere());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that no outgoing connection is given, so that the relay finds it free again after it was away. */
    static ServerSocket anywhere() throws IOException {
        for (int port = 21_000 + (int) (ProcessHandle.current().pid() % 9_000); port < 32_000; port++) {
            try {
                return listener(port, 50);
            } catch (BindException taken) {
                // the next one, then
            }
        }
        throw new BindException("no free port");
    }

    private static ServerSocket listener(int port, int backlog) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), backlog);
        return socket;
    }

    /** The same port again; the one before may take a moment to be gone. */
    static ServerSocket again(int port, int backlog) throws IOException {
        for (int tries = 0; ; tries++) {
            try {
                return listener(port, backlog);
            } catch (BindException notYet) {
                if (tries == 100) {
                    throw notYet;
                }
                await(new CountDownLatch(1), 10);
            }
        }
    }

    /**
     * From now on it stands before this simulator.
     *
     * @param isPage whether a request of this method, path and query is one for a page; a token's is none
     * @return the address Rollcall is to be told
     */
    public String before(String url, Predicate<String> isPage) {
        this.simulator = URI.create(url);
        this.isPage = isPage;
        return url.replace(simulator.getAuthority(), "127.0.0.1:" + port);
    }

    /** The answers to come are the right ones; faults about the order of pages are made out of them. */
    synchronized void record() {
        disarm();
        recorded.clear();
        recording = true;
    }

    /**
     * Misbehaves at this request for a page.
     *
     * @param lasting and at all later ones
     * @param between what happens in the HR system once that answer was made, for {@link Fault#MOVING}
     */
    synchronized void arm(Fault fault, int page, boolean lasting, Runnable between) {
        disarm();
        this.between = between;
        this.fault = fault;
        this.first = page;
        this.lasting = lasting;
        if (page == 1 && vanishes(fault)) {
            try {
                vanish(fault, null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    synchronized void disarm() {
        recording = false;
        fault = null;
        pages = 0;
        fired = false;
        stalled.countDown();
        appear(stalled);
        stalled = new CountDownLatch(1);
    }

    /** Whether the fault came to pass. */
    boolean hasFired() {
        return fired;
    }

    private void accept(ServerSocket at) {
        try {
            while (true) {
                Socket client = at.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> converse(client));
            }
        } catch (IOException closedOnPurpose) {
            // another listener took its place, or none
        }
    }

    private void converse(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            BufferedInputStream in = new BufferedInputStream(client.getInputStream());
            Optional<HttpMessage> request = HttpMessage.request(in);
            while (request.isPresent() && answer(request.get(), client)) {
                request = HttpMessage.request(in);
            }
        } catch (IOException gone) {
            // the client had enough, or the fault was to close
        } finally {
            open.remove(client);
        }
    }

    private record Due(@Nullable Fault fault, int page) {}

    private synchronized Due due(HttpMessage request) {
        if (!isPage.test(request.method() + " " + request.target())) {
            return new Due(null, 0);
        }
        pages++;
        boolean now = fault != null
                && switch (fault) {
                    case REFUSED, CONNECT_TIMEOUT -> pages == first - 1;
                    case SWAPPED -> pages == first || pages == first + 1;
                    case LOOP -> pages >= first;
                    default -> pages == first || (lasting && pages > first);
                };
        fired |= now;
        return new Due(now ? fault : null, pages);
    }

    private static boolean vanishes(Fault fault) {
        return fault == Fault.REFUSED || fault == Fault.CONNECT_TIMEOUT;
    }

    /** Answers; false when the connection is not to be used again. */
    private boolean answer(HttpMessage request, Socket client) throws IOException {
        Due due = due(request);
        HttpMessage answer = forward(request);
        if (recording && due.page() > 0) {
            recorded.add(answer);
        }
        OutputStream out = client.getOutputStream();
        Fault now = due.fault();
        if (now == null) {
            answer.write(out);
            return true;
        }
        if (vanishes(now)) {
            vanish(now, client);
            answer.write(out, "Connection: close");
            return false;
        }
        if (now == Fault.MOVING) {
            between.run();
        }
        return new Misbehaviour(now, request, client, stalled)
                .answer(now.isAboutOrder() ? another(now, due.page(), answer) : answer);
    }

    private HttpMessage another(Fault now, int page, HttpMessage own) {
        int wanted = switch (now) {
            case REPEATED -> page - 1;
            case LOST -> page + 1;
            case SWAPPED -> page == first ? page + 1 : page - 1;
            default -> Math.max(1, first - 1);
        };
        return wanted >= 1 && wanted <= recorded.size() ? recorded.get(wanted - 1) : own;
    }

    private HttpMessage forward(HttpMessage request) throws IOException {
        try (Socket server = new Socket(simulator.getHost(), simulator.getPort())) {
            request.write(server.getOutputStream(), "Connection: close");
            HttpMessage answer = HttpMessage.answer(new BufferedInputStream(server.getInputStream()));
            // addresses that a system writes into its answers lead through the relay too
            String text = new String(answer.body(), StandardCharsets.ISO_8859_1)
                    .replace(simulator.getAuthority(), "127.0.0.1:" + port);
            return answer.with(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** There is nobody to connect to any more; for some time, or until the relay is disarmed. */
    private synchronized void vanish(Fault how, @Nullable Socket but) throws IOException {
        fired = true;
        listener.close();
        open.stream().filter(socket -> !socket.equals(but)).forEach(FaultRelay::close);
        if (how == Fault.CONNECT_TIMEOUT) {
            listener = again(port, 1);
            fillTheQueue();
        }
        CountDownLatch until = stalled;
        if (!lasting) {
            Thread.ofVirtual().start(() -> {
                await(until, MILLIS_UNREACHABLE);
                appear(until);
            });
        }
    }

    /** A listener whose queue is full answers no more. */
    private void fillTheQueue() throws IOException {
        for (int i = 0; i < 4; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 20);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
    }

    private synchronized void appear(CountDownLatch now) {
        if (!now.equals(stalled) || (waiting.isEmpty() && !listener.isClosed())) {
            return;
        }
        waiting.forEach(FaultRelay::close);
        waiting.clear();
        try {
            listener.close();
            listener = again(port, 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServerSocket at = listener;
        Thread.ofVirtual().start(() -> accept(at));
    }

    static boolean await(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static void stall(CountDownLatch until) {
        await(until, TimeUnit.SECONDS.toMillis(SECONDS_TO_STALL));
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        stalled.countDown();
        listener.close();
        open.forEach(FaultRelay::close);
    }
}
