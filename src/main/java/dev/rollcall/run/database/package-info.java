/** The data folder, and the PostgreSQL server that runs in it when no other database is named. */
@NamedInterface("database")
@NullMarked
package dev.rollcall.run.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
