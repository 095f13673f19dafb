package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {
    @Test
    void aFreshDatabaseIsMigratedAndSeesNothingOfAnother() {
        try (HikariDataSource one = TestDatabase.fresh();
                HikariDataSource other = TestDatabase.fresh()) {
            JdbcClient.create(one).sql("CREATE TABLE mine (n int)").update();
            assertThat(table(other, "mine")).isFalse();
            assertThat(table(other, "flyway_schema_history")).isTrue();
        }
    }

    private static boolean table(HikariDataSource source, String name) {
        return JdbcClient.create(source)
                .sql("SELECT to_regclass(?) IS NOT NULL")
                .param(name)
                .query(Boolean.class)
                .single();
    }
}
