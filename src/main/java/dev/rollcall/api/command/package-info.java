/** The command line: asks the server that runs, or does it in this process. */
@NullMarked
package dev.rollcall.api.command;

import org.jspecify.annotations.NullMarked;
