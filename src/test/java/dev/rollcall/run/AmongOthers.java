package dev.rollcall.run;

import dev.rollcall.TestDatabase;
import dev.rollcall.mapping.MappingResult;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A directory of one source in which a few people stand among nine others, so that one leaver is no mass. */
abstract class AmongOthers {
    final Engine engine = new Engine(TestDatabase.shared());

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    /** A full snapshot of these people and the nine others. */
    RunSummary company(Person... people) {
        List<MappingResult> all = new ArrayList<>(List.of(Person.company(0, 9)));
        for (Person person : people) {
            all.add(person.mapped());
        }
        return engine.full("hr", all);
    }
}
