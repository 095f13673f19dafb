package dev.rollcall.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.RoutesLoader;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Loads what ships in the jar, then the routes of the home whose settings are there; the others wait, and are named. */
@Component
class HomeRoutes implements CamelContextConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(HomeRoutes.class);
    private static final String SUFFIX = ".camel.yaml";
    private static final List<String> SHIPPED = List.of(
            "classpath:rollcall/source.camel.yaml",
            "classpath:rollcall/http.camel.yaml",
            "classpath:rollcall/notices.camel.yaml");

    private final Path folder;
    private final SourceTriggers triggers;
    private final boolean schedules;

    /**
     * The routes of a home.
     *
     * @param schedules false for a command without a server: sources wait to be asked, and nothing else is loaded
     */
    HomeRoutes(
            // a String, since Spring would look for a Path on the class path first
            @Value("${rollcall.home:.}") String home,
            SourceTriggers triggers,
            @Value("${rollcall.schedules:true}") boolean schedules) {
        this.schedules = schedules;
        this.folder = Path.of(home, "routes");
        this.triggers = triggers;
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        RoutesLoader loader = PluginHelper.getRoutesLoader(context);
        List<Resource> resources = new ArrayList<>();
        SHIPPED.forEach(shipped -> resources.add(ResourceHelper.resolveResource(context, shipped)));
        files().filter(file -> isConfigured(context, file))
                .forEach(file -> resources.add(ResourceHelper.resolveResource(context, "file:" + file)));
        try {
            loader.loadRoutes(resources);
        } catch (Exception e) {
            throw new IllegalStateException("a route cannot be loaded: " + e.getMessage(), e);
        }
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        // nothing to do: routes start with the context
    }

    private Stream<Path> files() {
        if (!Files.isDirectory(folder)) {
            LOG.info(
                    "there is no folder {}; no source is connected",
                    folder.toAbsolutePath().normalize());
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSource(String text) {
        return text.contains("aggregator:");
    }

    private boolean isConfigured(CamelContext context, Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> missing = Placeholders.missing(context, text);
        if (!missing.isEmpty()) {
            String name = file.getFileName().toString();
            String route = name.substring(0, name.length() - SUFFIX.length());
            LOG.warn("{} is not configured and not started; these settings have no value: {}", route, missing);
            if (isSource(text)) {
                triggers.notConfigured(route, missing);
            }
        }
        return missing.isEmpty() && (schedules || isSource(text));
    }
}
