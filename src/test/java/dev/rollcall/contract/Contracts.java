package dev.rollcall.contract;

import dev.rollcall.simulator.json.BambooHrSimulator;
import dev.rollcall.simulator.json.HiBobSimulator;
import dev.rollcall.simulator.json.PersonioSimulator;
import dev.rollcall.simulator.json.UkgProSimulator;
import dev.rollcall.simulator.json.WorkdayRestSimulator;
import dev.rollcall.simulator.workday.WorkdaySimulator;
import java.util.List;

/** One source for each Kamelet and each shipped system there is; a Kamelet that a shipped route uses and that is missing here fails the suite. */
final class Contracts {
    private Contracts() {}

    static List<ContractSource> all() {
        return List.of(
                SftpCsvContract.peopleReport(),
                SftpCsvContract.sdWorx(),
                new KomboContract(),
                workdaySoap(),
                workdayReport(),
                workdayRest(),
                new SuccessFactorsContract(),
                bambooHr(),
                hiBob(),
                personio(),
                ukgPro());
    }

    private static ContractSource workdaySoap() {
        WorkdaySimulator system = WorkdaySimulator.start(0);
        return new SimulatedApi(
                        "workday-soap",
                        system.url(),
                        call -> call.contains("/Human_Resources/"),
                        system::people,
                        system)
                .withDeltas(3) // the first one looks ahead
                .with("tenant", WorkdaySimulator.TENANT)
                .with("user", WorkdaySimulator.USER)
                .with("password", WorkdaySimulator.PASSWORD);
    }

    private static ContractSource workdayReport() {
        WorkdaySimulator system = WorkdaySimulator.start(0);
        return new SimulatedApi(
                        "workday-raas", system.url(), call -> call.contains("/customreport2/"), system::people, system)
                .withoutPages()
                .with("tenant", WorkdaySimulator.TENANT)
                .with("owner", WorkdaySimulator.REPORT_OWNER)
                .with("report", WorkdaySimulator.REPORT_NAME)
                .with("client-id", WorkdaySimulator.CLIENT)
                .with("client-secret", WorkdaySimulator.CLIENT_SECRET)
                .with("refresh-token", WorkdaySimulator.REFRESH_TOKEN);
    }

    private static ContractSource workdayRest() {
        WorkdayRestSimulator system = WorkdayRestSimulator.start(0);
        return new SimulatedApi("workday-rest", system.url(), call -> call.contains("/workers"), system::people, system)
                .with("tenant", WorkdayRestSimulator.TENANT)
                .with("client-id", WorkdayRestSimulator.CLIENT_ID)
                .with("client-secret", WorkdayRestSimulator.CLIENT_SECRET)
                .with("refresh-token", WorkdayRestSimulator.REFRESH_TOKEN);
    }

    private static ContractSource bambooHr() {
        BambooHrSimulator system = BambooHrSimulator.start(0);
        return new SimulatedApi("bamboohr", system.url(), call -> true, system::people, system)
                .with("api-key", BambooHrSimulator.API_KEY);
    }

    private static ContractSource hiBob() {
        HiBobSimulator system = HiBobSimulator.start(0);
        return new SimulatedApi("hibob", system.url(), call -> true, system::people, system)
                .withoutPages()
                .with("username", HiBobSimulator.SERVICE_USER)
                .with("token", HiBobSimulator.TOKEN);
    }

    private static ContractSource personio() {
        PersonioSimulator system = PersonioSimulator.start(0);
        return new SimulatedApi("personio", system.url(), call -> !call.contains("/auth"), system::people, system)
                .with("client-id", PersonioSimulator.CLIENT_ID)
                .with("client-secret", PersonioSimulator.CLIENT_SECRET);
    }

    private static ContractSource ukgPro() {
        UkgProSimulator system = UkgProSimulator.start(0);
        return new SimulatedApi("ukg-pro", system.url(), call -> true, system::people, system)
                .with("customer-api-key", UkgProSimulator.CUSTOMER_API_KEY)
                .with("username", UkgProSimulator.USER)
                .with("password", UkgProSimulator.PASSWORD);
    }
}
