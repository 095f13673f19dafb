package dev.rollcall.contract;

import dev.rollcall.simulator.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A source whose system is one of the simulators, and nothing more. */
final class SimulatedApi extends ApiSource {
    private final String name;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Consumer<List<Person>> people;
    private final AutoCloseable simulator;
    private boolean paged = true;
    private int pageOfChanges;

    /**
     * A source behind the relay.
     *
     * @param isPage told the method, path and query of a request
     */
    SimulatedApi(
            String name, String url, Predicate<String> isPage, Consumer<List<Person>> people, AutoCloseable simulator) {
        this.name = name;
        this.people = people;
        this.simulator = simulator;
        with("url", relay.before(url, isPage));
    }

    SimulatedApi with(String setting, String value) {
        settings.put(name + "." + setting, value);
        return this;
    }

    SimulatedApi withoutPages() {
        paged = false;
        return this;
    }

    /** It has deltas, and this request of theirs is for their second page. */
    SimulatedApi withDeltas(int page) {
        pageOfChanges = page;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    protected String pageSize() {
        return paged ? super.pageSize() : "";
    }

    @Override
    public void people(List<Person> now) {
        people.accept(now);
    }

    @Override
    public List<Trouble> troubles() {
        List<Trouble> all = new ArrayList<>(super.troubles());
        all.add(new Emptied(() -> people.accept(List.of())));
        if (pageOfChanges > 0) {
            all.addAll(troublesInDeltas(pageOfChanges, Set.of()));
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        super.close();
        try {
            simulator.close();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
