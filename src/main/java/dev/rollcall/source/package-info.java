/** What a source hands over: records, pages, where each came from, and whether the snapshot is proved; protocol readers. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.rollcall.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
