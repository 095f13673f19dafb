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
    // a String, since Spring would look for a Path on the class path first
    dev.rollcall.config.Configuration configuration(@Value("${rollcall.home}") String home) {
        return ConfigurationLoader.load(Path.of(home, "mappings"));
    }
}
