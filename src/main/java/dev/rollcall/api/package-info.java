/** REST, command line, security. */
@ApplicationModule(
        allowedDependencies = {
            "source",
            "source::api",
            "source::kombo",
            "employee",
            "mapping",
            "directory",
            "directory::store",
            "scope",
            "correlation",
            "lifecycle",
            "plan",
            "config",
            "run",
            "run::database",
            "target",
            "notice",
            "route"
        })
@NullMarked
package dev.rollcall.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
