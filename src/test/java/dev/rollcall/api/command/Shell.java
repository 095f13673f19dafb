package dev.rollcall.api.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Calls commands as a shell does, in this process. */
record Shell(Class<?> application, Path home, List<String> settings) {
    /** How a command ended and what it printed. */
    record Outcome(int status, String out, String err) {}

    Outcome call(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.add("--home=" + home);
        arguments.addAll(settings);
        String[] all = arguments.toArray(String[]::new);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = RollcallCommand.commandLine(application, all);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int status = line.execute(RollcallCommand.words(all));
        return new Outcome(status, out.toString(), err.toString());
    }
}
