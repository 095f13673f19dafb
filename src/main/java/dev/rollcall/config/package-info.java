/** Loads and checks routes, mappings and directories, all problems at once. */
@ApplicationModule(
        allowedDependencies = {
            "source",
            "mapping",
            "mapping::yaml",
            "directory",
            "scope",
            "correlation",
            "lifecycle",
            "plan",
            "employee"
        })
@NullMarked
package dev.rollcall.config;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
