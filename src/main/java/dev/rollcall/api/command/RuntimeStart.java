package dev.rollcall.api.command;

import dev.rollcall.api.ApiCode;
import dev.rollcall.api.Refusal;
import dev.rollcall.config.Check;
import dev.rollcall.config.ConfigurationProblems;
import dev.rollcall.run.database.DatabaseUnavailable;
import dev.rollcall.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the runtime on a home whose files were checked. */
record RuntimeStart(Class<?> application, Path home, List<String> settings) {
    RuntimeStart {
        settings = List.copyOf(settings);
    }

    /**
     * The server, with HTTP, routes and schedules.
     *
     * @throws ConfigurationProblems before anything was started
     */
    void serve() {
        requireNoProblems();
        new SpringApplication(application).run(arguments(List.of()));
    }

    /**
     * A runtime for one command: no HTTP, no schedules, and nothing on the console but the command's own words.
     *
     * @throws Refusal when it does not start
     */
    ConfigurableApplicationContext quietly() {
        requireNoProblems();
        SpringApplication start = new SpringApplication(application);
        start.setWebApplicationType(WebApplicationType.NONE);
        start.setBannerMode(Banner.Mode.OFF);
        start.setLogStartupInfo(false);
        try {
            return start.run(arguments(List.of("--rollcall.schedules=false", "--logging.threshold.console=OFF")));
        } catch (RuntimeException failure) {
            throw refusal(failure);
        }
    }

    private void requireNoProblems() {
        List<Problem> problems = Check.run(home);
        if (!problems.isEmpty()) {
            throw new ConfigurationProblems(problems);
        }
    }

    private String[] arguments(List<String> more) {
        List<String> arguments = new ArrayList<>(more);
        arguments.add("--rollcall.home=" + home);
        arguments.add("--spring.config.additional-location=optional:file:" + home + "/");
        arguments.addAll(settings);
        return arguments.toArray(String[]::new);
    }

    private static Refusal refusal(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseUnavailable unavailable) {
                return ApiCode.NOT_STARTED.at("database", unavailable.getMessage() + " " + unavailable.remedy());
            }
        }
        return ApiCode.NOT_STARTED.at(
                "rollcall",
                "the runtime does not start (" + failure.getClass().getSimpleName()
                        + "). `rollcall serve` says why in its log.");
    }
}
