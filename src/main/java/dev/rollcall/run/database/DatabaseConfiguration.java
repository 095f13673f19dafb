package dev.rollcall.run.database;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes the data folder, and runs the embedded server unless {@code spring.datasource.url} names another one.
 *
 * <p>The pool asks the connection details, and these the server: so the server starts first and is closed last.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean
    DataFolder dataFolder(
            @Value("${rollcall.data}") Path data,
            @Value("${rollcall.binaries:${rollcall.data}/binaries}") Path binaries)
            throws IOException {
        DataFolder folder = new DataFolder(data, binaries);
        folder.prepare();
        return folder;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
    static class Embedded {
        @Bean(destroyMethod = "close")
        EmbeddedServer embeddedServer(DataFolder folder) {
            return EmbeddedServer.start(folder);
        }

        @Bean
        JdbcConnectionDetails connectionDetails(EmbeddedServer server) {
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return server.user();
                }

                @Override
                public String getPassword() {
                    return server.password();
                }

                @Override
                public String getJdbcUrl() {
                    return server.url();
                }
            };
        }

        /** Part of liveness: a server that was killed comes back only with a new process. */
        @Bean
        HealthIndicator embeddedServerHealthIndicator(EmbeddedServer server) {
            return () -> server.isAlive()
                    ? Health.up().build()
                    : Health.down()
                            .withDetail("problem", "the embedded PostgreSQL has ended; restart Rollcall")
                            .build();
        }
    }
}
