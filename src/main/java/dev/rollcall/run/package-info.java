/** One run from first page to applied plan: ledger, staging, settling, limits, recovery. */
@ApplicationModule(
        allowedDependencies = {
            "source",
            "mapping",
            "directory",
            "directory::store",
            "scope",
            "correlation",
            "lifecycle",
            "plan",
            "employee",
            "config"
        })
@NullMarked
package dev.rollcall.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
