package dev.rollcall.contract;

import dev.rollcall.simulator.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A source under the contract: its shipped route and mapping, its simulated system, and what can go wrong there. */
interface ContractSource extends AutoCloseable {
    /** Source, route, mapping and, in the suite, directory. */
    String name();

    /** What the route's placeholders stand for; the system runs already. */
    Map<String, String> settings();

    /** From now on these people work there. */
    void people(List<Person> people);

    List<Trouble> troubles();

    @Override
    void close() throws IOException;

    /** The shipped route, filling the source's own directory, in small pages. */
    default String route() throws IOException {
        return Files.readString(Path.of("routes", name() + ".camel.yaml"))
                .replace("aggregator:people", "aggregator:" + name());
    }

    default String mapping() throws IOException {
        return Files.readString(Path.of("mappings", name() + ".yaml"))
                .replace("directory: people", "directory: " + name());
    }
}
