package dev.rollcall.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A source behind HTTP, with the relay before its system. */
abstract class ApiSource implements ContractSource {
    private static final int PAGES = 3;
    private static final int PAGE_SIZE = 4;

    protected final FaultRelay relay = FaultRelay.start();

    @Override
    public String route() throws IOException {
        return ContractSource.super.route().replace("      parameters:\n", "      parameters:\n" + pageSize());
    }

    /** The Kamelet's parameter for the size of a page; empty for one that has no pages. */
    protected String pageSize() {
        return "        pageSize: \"" + PAGE_SIZE + "\"\n";
    }

    @Override
    public List<Trouble> troubles() {
        List<Trouble> all = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            for (int page = fault.isSlow() ? PAGES : 1; page <= PAGES; page++) {
                all.add(new Faulty(relay, fault, page, false, false, false));
            }
            if (fault.mayLast()) {
                all.add(new Faulty(relay, fault, pageSize().isEmpty() ? 1 : 2, true, false, false));
            }
        }
        return all;
    }

    /**
     * Each fault once while changes are read, and again where it may last: what a retry mends is known by then.
     *
     * @param unseen what a system that counts nothing cannot tell from an answer as it should be
     */
    protected final List<Trouble> troublesInDeltas(int page, Set<Fault> unseen) {
        return Arrays.stream(Fault.values())
                .<Trouble>map(fault -> new Faulty(relay, fault, page, fault.mayLast(), true, unseen.contains(fault)))
                .toList();
    }

    @Override
    public void close() throws IOException {
        relay.close();
    }

    private record Faulty(FaultRelay relay, Fault fault, int page, boolean lasting, boolean delta, boolean isUnseen)
            implements Trouble {
        @Override
        public String kind() {
            return fault.title() + (lasting ? ", and again" : "") + (delta ? ", in a delta" : "");
        }

        @Override
        public String place() {
            return "page " + page;
        }

        @Override
        public void rehearse(Runnable dryRun) {
            if (fault.isAboutOrder()) {
                relay.record();
                dryRun.run();
            }
        }

        @Override
        public void begin(Runnable move) {
            relay.arm(fault, page, lasting, move);
        }

        @Override
        public boolean end() {
            boolean fired = relay.hasFired();
            relay.disarm();
            return fired;
        }

        @Override
        public boolean isFollowedUp() {
            return lasting || page == 2 || fault.isSlow();
        }

        @Override
        public boolean isInDelta() {
            return delta;
        }

        @Override
        public boolean moves() {
            return fault == Fault.MOVING;
        }
    }
}
