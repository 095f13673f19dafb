package dev.rollcall;

import dev.rollcall.run.Run;
import dev.rollcall.source.CsvFile;
import dev.rollcall.source.CsvOptions;
import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The source of the route {@code slow}: answers with what a test handed over, when the test lets it. */
public final class HandedOver {
    private volatile String csv = "";
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** The next runs answer with this, once the returned gate is open. */
    public CountDownLatch next(String csv) {
        this.csv = csv;
        this.gate = new CountDownLatch(1);
        return gate;
    }

    /** Called by the route. */
    public List<Object> read(Run run) throws InterruptedException {
        if (!gate.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no test opened the gate");
        }
        List<Object> bodies = new ArrayList<>();
        bodies.add(CsvFile.read(
                run.id(),
                "handed.csv",
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                CsvOptions.DEFAULT,
                new Snapshot.Full(new Proof.DoneFile("handed.csv.done")),
                bodies::add));
        return bodies;
    }
}
