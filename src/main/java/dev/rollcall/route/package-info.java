/** Camel's side of the door: components, Kamelet processors, route health. The only package that imports Camel. */
@ApplicationModule(
        allowedDependencies = {
            "source",
            "source::api",
            "source::json",
            "source::kombo",
            "source::successfactors",
            "source::workday",
            "mapping",
            "config",
            "run",
            "target",
            "notice"
        })
@NullMarked
package dev.rollcall.route;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
