package dev.rollcall.run;

import dev.rollcall.source.RunId;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Carries a dry run's plan out of the transaction that is rolled back. */
@Component
class PlanArchive {
    private final DataSource dataSource;
    private final JdbcTemplate sql;

    PlanArchive(DataSource dataSource, JdbcTemplate sql) {
        this.dataSource = dataSource;
        this.sql = sql;
    }

    private static String table(RunId run) {
        return "staging.\"" + run.value() + ".plan\"";
    }

    /** Copies the plan to a table beside, over a connection of its own; called inside the settling transaction. */
    void copyOut(RunId run) {
        Connection settling = DataSourceUtils.getConnection(dataSource);
        try (Connection other = dataSource.getConnection()) {
            other.createStatement().execute("CREATE UNLOGGED TABLE " + table(run) + " (LIKE plan_action)");
            CopyOut out = settling.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (SELECT * FROM plan_action WHERE run = '" + run.value()
                            + "' ORDER BY seq) TO STDOUT (FORMAT binary)");
            CopyIn in = other.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table(run) + " FROM STDIN (FORMAT binary)");
            for (byte[] chunk = out.readFromCopy(); chunk != null; chunk = out.readFromCopy()) {
                in.writeToCopy(chunk, 0, chunk.length);
            }
            in.endCopy();
        } catch (SQLException e) {
            throw new IllegalStateException("the plan could not be kept", e);
        } finally {
            DataSourceUtils.releaseConnection(settling, dataSource);
        }
    }

    /** Makes the copy the run's plan, once the settling transaction has been rolled back. */
    void keep(RunId run) {
        sql.update("INSERT INTO plan_action SELECT * FROM " + table(run));
        drop(run);
    }

    void drop(RunId run) {
        sql.execute("DROP TABLE IF EXISTS " + table(run));
    }
}
