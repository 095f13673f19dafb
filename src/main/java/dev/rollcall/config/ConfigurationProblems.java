package dev.rollcall.config;

import dev.rollcall.source.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Everything wrong with the files of a home, at once; the message is the block to print. */
public final class ConfigurationProblems extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ConfigurationProblems(List<Problem> problems) {
        super(block(problems) + count(problems) + "; nothing was started.");
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** One problem a line, in the order given. */
    static String block(List<Problem> problems) {
        return problems.stream().map(problem -> problem + "\n").collect(Collectors.joining());
    }

    private static String count(List<Problem> problems) {
        return problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    }
}
