package dev.rollcall.notice;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.Notices;
import dev.rollcall.config.Notices.Channel;
import dev.rollcall.config.Notices.Kind;
import dev.rollcall.config.Notices.Recipient;
import dev.rollcall.config.Notices.Switch;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * What is wanted, for everybody and by each person (acceptance row 137).
 *
 * <p>What was said at run time outranks the file. What is off for everybody nobody gets; a person can only want less.
 */
@Service
public class Preferences {
    private static final String EVERYBODY = "";

    private final JdbcTemplate sql;
    private final Configuration configuration;

    Preferences(JdbcTemplate sql, Configuration configuration) {
        this.sql = sql;
        this.configuration = configuration;
    }

    /** What is wanted in a directory, as it stands now. */
    public Wishes of(String directory) {
        Map<Said, Boolean> said = new HashMap<>();
        sql.query(
                "SELECT recipient, kind, channel, wanted FROM notice_preference WHERE directory = ?",
                row -> {
                    Switch about =
                            new Switch(Kind.valueOf(row.getString("kind")), Channel.valueOf(row.getString("channel")));
                    said.put(new Said(row.getString("recipient"), about), row.getBoolean("wanted"));
                },
                directory);
        return new Wishes(configuration.notices(directory), said);
    }

    /**
     * Says what is wanted from now on.
     *
     * @param recipient an address of the file; null: everybody
     * @param wanted null: what the file says
     */
    public void say(String directory, @Nullable String recipient, Switch about, @Nullable Boolean wanted) {
        String who = recipient == null ? EVERYBODY : recipient;
        if (wanted == null) {
            sql.update(
                    "DELETE FROM notice_preference WHERE directory = ? AND recipient = ? AND kind = ? AND channel = ?",
                    directory,
                    who,
                    about.kind().name(),
                    about.channel().name());
        } else {
            sql.update(
                    "INSERT INTO notice_preference (directory, recipient, kind, channel, wanted) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT (directory, recipient, kind, channel) DO UPDATE SET wanted = excluded.wanted",
                    directory,
                    who,
                    about.kind().name(),
                    about.channel().name(),
                    wanted);
        }
    }

    private record Said(String recipient, Switch about) {
        @Override
        public String toString() {
            return "Said[" + about + "]";
        }
    }

    /** What is wanted in a directory at a moment. */
    public static final class Wishes {
        private final Notices file;
        private final Map<Said, Boolean> said;

        private Wishes(Notices file, Map<Said, Boolean> said) {
            this.file = file;
            this.said = Map.copyOf(said);
        }

        /** Whether it is on for everybody. */
        public boolean wants(Kind kind, Channel channel) {
            return wants(EVERYBODY, file.off(), new Switch(kind, channel));
        }

        /** Whether this person gets it. */
        public boolean wants(Recipient recipient, Kind kind, Channel channel) {
            return wants(kind, channel) && wants(recipient.email(), recipient.off(), new Switch(kind, channel));
        }

        private boolean wants(String who, Set<Switch> off, Switch about) {
            return said.getOrDefault(new Said(who, about), !off.contains(about));
        }
    }
}
