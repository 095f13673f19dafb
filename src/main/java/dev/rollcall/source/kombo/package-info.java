/** Kombo's unified API. */
@NamedInterface("kombo")
@NullMarked
package dev.rollcall.source.kombo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
