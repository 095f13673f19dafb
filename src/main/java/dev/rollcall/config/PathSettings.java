package dev.rollcall.config;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;

/** A path in a setting is a path of the file system; Spring alone would look for "." and "data" in the class path first. */
final class PathSettings implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getConversionService().addConverter(String.class, Path.class, text -> Path.of(text));
    }
}
