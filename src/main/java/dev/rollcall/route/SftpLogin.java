package dev.rollcall.route;

import com.jcraft.jsch.JSch;
import dev.rollcall.run.Run;
import dev.rollcall.source.api.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.springframework.stereotype.Component;

/**
 * Logs in to a supplier's server: while a password is replaced, with whichever of two it accepts. Of two private keys the
 * client itself offers both.
 */
@Component("sftpLogin")
public class SftpLogin {
    /** JSch's name for the key exchanges it tries out. */
    private static final String CHECKED = "CheckKexes";

    private static final String SECRET = "sftpSecret";
    private static final String PASSWORD = "sftpPassword";

    private final Secrets secrets;

    SftpLogin(Secrets secrets) {
        this.secrets = secrets;
        Optional.ofNullable(JSch.getConfig(CHECKED)).ifPresent(checked -> JSch.setConfig(CHECKED, offered(checked)));
    }

    /**
     * Before each login the client tries out key exchanges, also those it never offers; one of them alone takes several
     * seconds of a processor the first time, and a quarter of one from then on (SNTRUP761 in JSch 2.27).
     */
    private static String offered(String exchanges) {
        List<String> offered = List.of(JSch.getConfig("kex").split(",", -1));
        return Arrays.stream(exchanges.split(",", -1)).filter(offered::contains).collect(Collectors.joining(","));
    }

    /** Takes the run, and the password as the Kamelet's parameter gives it. */
    public void begin(Exchange exchange) throws InvalidPayloadException {
        Run run = exchange.getMessage().getMandatoryBody(Run.class);
        String configured = exchange.getProperty(PASSWORD, "", String.class).strip();
        exchange.setProperty(SECRET, secrets.of(run.source(), "password", configured));
        String key = path(exchange, "sftpKeyFile");
        String next = path(exchange, "sftpNextKeyFile");
        boolean both = !next.isEmpty() && Files.isReadable(Path.of(next));
        exchange.setProperty(
                "sftpKeys",
                (key.isEmpty() ? "" : "&privateKeyFile=RAW(" + key + ")")
                        + (both ? "&privateKeyUri=RAW(file:" + next + ")" : ""));
    }

    /** A file in the folder of secrets is named {@code file:/path}, as every secret there. */
    private static String path(Exchange exchange, String property) {
        return exchange.getProperty(property, "", String.class).strip().replaceFirst("^file:", "");
    }

    /** Whether the server is still to be asked; with the password to be used now. */
    public boolean isToBeTried(Exchange exchange) {
        Secret secret = exchange.getProperty(SECRET, Secret.class);
        if (secret != null) {
            exchange.setProperty(PASSWORD, secret.value());
        }
        return secret != null;
    }

    /** The server let us in: this password is the one for the rest of the run. */
    public void accepted(Exchange exchange) {
        exchange.removeProperty(SECRET);
    }

    /** The server was asked in vain; unless another password is there to be tried, that is how it ends. */
    public void refused(Exchange exchange) throws Exception {
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (!Failures.isLogin(caught)
                || !exchange.getProperty(SECRET, Secret.class).refused()) {
            throw caught;
        }
    }
}
