package dev.rollcall.api;

import dev.rollcall.config.ConfigurationLoader;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What the runtime is given from outside: the time, and the mappings and directories of its home. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RuntimeConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    dev.rollcall.config.Configuration configuration(@Value("${rollcall.home}") Path home) {
        return ConfigurationLoader.load(home.resolve("mappings"));
    }
}
