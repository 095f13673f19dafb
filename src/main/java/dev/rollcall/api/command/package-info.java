/** The command line: asks the server that runs, or does it in this process. */
@NamedInterface("command")
@NullMarked
package dev.rollcall.api.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
