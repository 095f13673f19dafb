package dev.rollcall.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints every problem of the files in place of a stack trace. */
final class ConfigurationProblemsAnalyzer extends AbstractFailureAnalyzer<ConfigurationProblems> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ConfigurationProblems cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct the files; `rollcall check` lists the same.", cause);
    }
}
