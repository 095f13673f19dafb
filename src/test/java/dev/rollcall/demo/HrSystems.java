package dev.rollcall.demo;

import dev.rollcall.simulator.KomboSimulator;
import dev.rollcall.simulator.People;
import dev.rollcall.simulator.SftpServer;
import dev.rollcall.simulator.SimulatedClock;
import dev.rollcall.simulator.successfactors.SuccessFactorsSimulator;
import dev.rollcall.simulator.workday.WorkdaySimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The four systems of the made-up company, and the day they are at. */
final class HrSystems {
    static final List<String> SOURCES = List.of("workday-soap", "successfactors", "kombo", "sftp-csv");

    private final Path folder;
    private final MadeUpCompany company = new MadeUpCompany(SimulatedClock.today());
    private final SftpServer sftp;
    private final KomboSimulator kombo = KomboSimulator.start(0);
    private final WorkdaySimulator workday = WorkdaySimulator.start(0);
    private final SuccessFactorsSimulator successFactors = SuccessFactorsSimulator.start(0);
    private int day;

    HrSystems(Path folder) throws IOException {
        this.folder = folder;
        this.sftp = SftpServer.start(Files.createDirectories(folder.resolve("sftp")), 0);
        fill();
    }

    int day() {
        return day;
    }

    Path report() {
        return folder.resolve("people.csv");
    }

    Path uploads() {
        return sftp.directory();
    }

    /** A day passes in all systems, and whatever happened on it is entered. */
    void nextDay() throws IOException {
        day++;
        SimulatedClock.passDays(1);
        fill();
    }

    void fill() throws IOException {
        workday.people(company.inWorkday(day), company.contingent(day));
        successFactors.people(company.inSuccessFactors(day));
        kombo.people(company.inKombo(day));
        String report = People.csv(company.reported(day));
        Files.writeString(report(), report);
        sftp.put("people-day-%03d.csv".formatted(day), report);
    }

    void forgetKombo() {
        kombo.forgetEverybody();
    }

    Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("workday-soap.url", workday.url());
        all.put("workday-soap.tenant", WorkdaySimulator.TENANT);
        all.put("workday-soap.user", WorkdaySimulator.USER);
        all.put("workday-soap.password", WorkdaySimulator.PASSWORD);
        all.put("successfactors.url", successFactors.url());
        all.put("successfactors.company-id", SuccessFactorsSimulator.COMPANY);
        all.put("successfactors.client-id", SuccessFactorsSimulator.CLIENT);
        all.put("successfactors.user", SuccessFactorsSimulator.USER);
        all.put(
                "successfactors.private-key-file",
                successFactors.keys().privateKey().toString());
        all.put("kombo.url", kombo.url());
        all.put("kombo.api-key", KomboSimulator.API_KEY);
        all.put("kombo.integration-id", KomboSimulator.INTEGRATION);
        all.put("sftp-csv.host", "127.0.0.1");
        all.put("sftp-csv.port", Integer.toString(sftp.port()));
        all.put("sftp-csv.username", SftpServer.USER);
        all.put("sftp-csv.password", SftpServer.PASSWORD);
        all.put("sftp-csv.known-hosts-file", sftp.knownHosts().toString());
        all.put("sftp-csv.directory", SftpServer.DIRECTORY);
        return all;
    }
}
