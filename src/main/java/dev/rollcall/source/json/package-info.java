/** Any paged JSON API, described instead of programmed. */
@NamedInterface("json")
@NullMarked
package dev.rollcall.source.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
