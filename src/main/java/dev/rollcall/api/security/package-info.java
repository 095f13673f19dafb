/** Who may call: one administrator by password, and this machine's command line by a token. */
@NullMarked
package dev.rollcall.api.security;

import org.jspecify.annotations.NullMarked;
