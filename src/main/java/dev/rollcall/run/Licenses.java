package dev.rollcall.run;

import dev.rollcall.config.Configuration;
import dev.rollcall.directory.store.Links;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What is left of a directory's licenses; each user with access holds one (acceptance D27). */
@Component
class Licenses {
    private final Configuration configuration;
    private final JdbcTemplate sql;

    Licenses(Configuration configuration, JdbcTemplate sql) {
        this.configuration = configuration;
        this.sql = sql;
    }

    /**
     * Nobody gets access by hand beyond them (row 108).
     *
     * @throws RunFailure when all are used
     */
    void requireOne(String directory) {
        Integer licenses = configuration.directory(directory).licenses();
        if (licenses != null && new Links(sql, directory).licensesUsed() >= licenses) {
            throw new RunFailure(RunCode.NO_LICENSE.problem(
                    "directory=" + directory,
                    "all %,d licenses are used, and nothing was changed. Take somebody's access first, or raise licenses: in the directory's file."
                            .formatted(licenses)));
        }
    }
}
