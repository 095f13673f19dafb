package dev.rollcall;

import dev.rollcall.api.command.RollcallCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The runtime, and its command line. */
@SpringBootApplication
public class Rollcall {
    public static void main(String[] args) {
        int status = RollcallCommand.run(Rollcall.class, args);
        if (status >= 0) {
            System.exit(status);
        }
    }
}
