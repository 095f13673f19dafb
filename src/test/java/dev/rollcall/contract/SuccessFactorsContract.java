package dev.rollcall.contract;

import dev.rollcall.simulator.Person;
import dev.rollcall.simulator.successfactors.SuccessFactorsSimulator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class SuccessFactorsContract extends ApiSource {
    private final SuccessFactorsSimulator successFactors = SuccessFactorsSimulator.start(0);

    @Override
    public String name() {
        return "successfactors";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "successfactors.url",
                relay.before(successFactors.url(), target -> target.contains("/PerPerson")),
                "successfactors.company-id",
                SuccessFactorsSimulator.COMPANY,
                "successfactors.client-id",
                SuccessFactorsSimulator.CLIENT,
                "successfactors.user",
                SuccessFactorsSimulator.USER,
                "successfactors.private-key-file",
                successFactors.keys().privateKey().toString());
    }

    @Override
    public void people(List<Person> people) {
        successFactors.people(people);
    }

    @Override
    public List<Trouble> troubles() {
        List<Trouble> all = new ArrayList<>(super.troubles());
        all.add(new Emptied(() -> successFactors.people(List.of())));
        all.addAll(troublesInDeltas(2, Set.of()));
        return all;
    }

    @Override
    public void close() throws IOException {
        super.close();
        successFactors.close();
    }
}
