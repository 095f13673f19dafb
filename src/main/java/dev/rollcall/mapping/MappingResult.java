package dev.rollcall.mapping;

import dev.rollcall.employee.Employee;
import dev.rollcall.employee.Profile;
import dev.rollcall.source.Origin;
import dev.rollcall.source.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mapping made of one record. Mapping never throws because of a record. */
public sealed interface MappingResult {
    Origin origin();

    /** The record means this employee. */
    record Mapped(Employee employee, Origin origin) implements MappingResult {}

    /**
     * The record cannot be used as it is; its user stays as he is, unless it can be read that he left (D16, D18).
     *
     * @param key null when not even the key could be read (D19)
     * @param readable status and dates, each only if it could be read without doubt
     */
    record Rejected(@Nullable String key, boolean gone, Profile readable, List<Problem> problems, Origin origin)
            implements MappingResult {
        public Rejected {
            problems = List.copyOf(problems);
        }

        @Override
        public String toString() {
            return "Rejected[" + origin + ", " + problems + "]";
        }
    }
}
