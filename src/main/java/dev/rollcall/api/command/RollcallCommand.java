package dev.rollcall.api.command;

import dev.rollcall.api.ApiCode;
import dev.rollcall.api.Refusal;
import dev.rollcall.config.ConfigurationProblems;
import dev.rollcall.run.RunFailure;
import dev.rollcall.source.Problem;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line of Rollcall; without a command it serves. */
@Command(
        name = "rollcall",
        description = "Keeps an application's users in step with the HR systems that know who works there.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:problems were found", "2:wrong call", "3:held, a person decides"},
        subcommands = {
            ServeCommand.class,
            CheckCommand.class,
            TestCommand.class,
            NewCommand.class,
            DiscoverCommand.class,
            ImportCommand.class,
            PlanCommand.class,
            RunCommand.class,
            ReleaseCommand.class,
            RejectCommand.class,
            NoticesCommand.class,
            UserCommand.class,
            SuspendCommand.class,
            SourcesCommand.class,
            AcceptCommand.class,
            EnableCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            DisconnectCommand.class
        })
public final class RollcallCommand implements Callable<Integer> {
    /** A setting for Spring and Camel among the arguments, for example {@code --server.port=9090}. */
    private static final Pattern SETTING = Pattern.compile("--[A-Za-z][\\w-]*(\\.[\\w\\[\\]-]+)+=.*");

    private final Class<?> application;
    private final List<String> settings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            defaultValue = "${sys:rollcall.home:-${env:ROLLCALL_HOME:-.}}",
            description = "The folder that holds routes/ and mappings/ (default: the working directory).")
    private Path home = Path.of(".");

    @Option(
            names = "--server",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The server to ask. Default: the one that runs on the same data folder. "
                    + "Its password is taken from ROLLCALL_ADMIN_PASSWORD.")
    private @Nullable URI server;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            scope = ScopeType.INHERIT,
            defaultValue = "text",
            description = "How results are written (default: text).")
    private Output.Format format = Output.Format.TEXT;

    private RollcallCommand(Class<?> application, List<String> settings) {
        this.application = application;
        this.settings = List.copyOf(settings);
    }

    /**
     * Does what the arguments say; everything with a dot in its name is a setting of the runtime.
     *
     * @param application the Spring application to start where one is needed
     * @return an exit status; negative when the server goes on running
     */
    public static int run(Class<?> application, String... arguments) {
        // nothing but the command's own words on the console; a runtime that starts sets up its log itself
        LoggingSystem.get(application.getClassLoader()).beforeInitialize();
        return commandLine(application, arguments).execute(words(arguments));
    }

    static CommandLine commandLine(Class<?> application, String... arguments) {
        List<String> settings = Arrays.stream(arguments)
                .filter(argument -> SETTING.matcher(argument).matches())
                .toList();
        return new CommandLine(new RollcallCommand(application, settings))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(RollcallCommand::tell);
    }

    static String[] words(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> !SETTING.matcher(argument).matches())
                .toArray(String[]::new);
    }

    private static int tell(Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed) {
        @Nullable
        String text = switch (failure) {
            case Refusal refusal -> refusal.problem().toString();
            case RunFailure failed -> failed.problem().toString();
            case ConfigurationProblems problems -> String.valueOf(problems.getMessage());
            default -> serves(commandLine) ? null : defect(commandLine, failure);
        };
        if (text != null) {
            commandLine.getErr().println(text);
            commandLine.getErr().flush();
        }
        return ExitStatus.PROBLEMS;
    }

    /** A server that does not start has said why in its log. */
    private static boolean serves(CommandLine commandLine) {
        return commandLine.getCommand() instanceof RollcallCommand || commandLine.getCommand() instanceof ServeCommand;
    }

    private static String defect(CommandLine commandLine, Exception failure) {
        return new Problem(
                        commandLine.getCommandName(),
                        ApiCode.NOT_STARTED.id(),
                        "the command failed (" + failure.getClass().getSimpleName()
                                + "). `rollcall serve` shows more in its log.")
                .toString();
    }

    @Override
    public Integer call() {
        return new ServeCommand(this).call();
    }

    Path home() {
        return setting("rollcall.home").map(Path::of).orElse(home);
    }

    /** Where a server on this home says that it runs. */
    Path data() {
        return setting("rollcall.data")
                .or(() -> Optional.ofNullable(System.getProperty("rollcall.data")))
                .or(() -> Optional.ofNullable(System.getenv("ROLLCALL_DATA")))
                .map(Path::of)
                .orElseGet(() -> home().resolve("data"));
    }

    private Optional<String> setting(String name) {
        String start = "--" + name + "=";
        return settings.stream()
                .filter(setting -> setting.startsWith(start))
                .map(setting -> setting.substring(start.length()))
                .findFirst();
    }

    @Nullable
    URI server() {
        return server;
    }

    Output output() {
        return new Output(format, spec.commandLine().getOut());
    }

    /** A runtime on this home, not started yet. */
    RuntimeStart runtime() {
        return new RuntimeStart(application, home(), settings);
    }

    /** The server that runs, else a runtime of our own until the command ends. */
    Connection connect() {
        return Connection.open(this);
    }
}
