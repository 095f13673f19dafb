package dev.rollcall.run;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.mapping.MappedPage;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SnapshotEnd;
import java.util.List;

/** A process that makes one run and says how far it is, so that its parent can kill it there. */
final class KilledRun {
    private KilledRun() {}

    /**
     * Makes one run, until it is killed.
     *
     * @param args url, user, password, directory, round
     */
    public static void main(String[] args) {
        // a pool as in the runtime: a log-in by SCRAM costs a process that has just started some 50 ms
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(args[0]);
        dataSource.setUsername(args[1]);
        dataSource.setPassword(args[2]);
        dataSource.setMinimumIdle(0);
        List<MappingResult> people = KilledCompany.snapshot(Integer.parseInt(args[4]));
        Engine engine = new Engine(dataSource, args[3]);
        Run run = engine.open("hr", Trigger.SCHEDULE);
        say("OPENED");
        int pages = 0;
        for (int from = 0; from < people.size(); from += KilledCompany.PAGE) {
            engine.runs().stage(new MappedPage(run.id(), pages++, people.subList(from, from + KilledCompany.PAGE)));
            say("STAGED");
        }
        engine.runs()
                .accept(new SnapshotEnd(
                        run.id(), pages, people.size(), new Snapshot.Full(new Proof.DoneFile("x")), run.openedAt()));
        say("ACCEPTED");
        engine.runs().settle(run.id());
        say("SETTLED");
        System.exit(0);
    }

    private static void say(String word) {
        System.out.println("@" + word);
    }
}
