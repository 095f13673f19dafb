package dev.rollcall.contract;

import dev.rollcall.simulator.KomboSimulator;
import dev.rollcall.simulator.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class KomboContract extends ApiSource {
    private final KomboSimulator kombo = KomboSimulator.start(0);

    @Override
    public String name() {
        return "kombo";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "kombo.url", relay.before(kombo.url(), target -> true),
                "kombo.api-key", KomboSimulator.API_KEY,
                "kombo.integration-id", KomboSimulator.INTEGRATION);
    }

    @Override
    public void people(List<Person> people) {
        kombo.people(people);
    }

    @Override
    public List<Trouble> troubles() {
        List<Trouble> all = new ArrayList<>(super.troubles());
        all.add(new Emptied(kombo::forgetEverybody));
        all.addAll(troublesInDeltas(2, Set.of(Fault.LOST, Fault.SWAPPED)));
        return all;
    }

    @Override
    public void close() throws IOException {
        super.close();
        kombo.close();
    }
}
