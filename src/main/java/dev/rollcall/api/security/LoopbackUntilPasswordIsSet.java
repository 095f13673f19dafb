package dev.rollcall.api.security;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Without a password somebody chose, both ports listen on this machine only, whatever address is configured. */
final class LoopbackUntilPasswordIsSet implements EnvironmentPostProcessor, Ordered {
    private static final String LOOPBACK = "127.0.0.1";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!AdminPassword.isGiven(environment)) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "loopback until a password is set",
                            Map.of("server.address", LOOPBACK, "management.server.address", LOOPBACK)));
        }
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
