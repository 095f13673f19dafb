package dev.rollcall.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** Employees of 20 columns out of a seed: the same number gives the same file. */
final class MadeUpPeople {
    /** The file as a plain table, for the limit. */
    static final String COLUMNS = "employee_id text PRIMARY KEY, first_name text, last_name text, full_name text,"
            + " email text UNIQUE, phone text, language text, title text, department text, division text, company text,"
            + " cost_center text, location text, manager_email text, worker_type text, employment_type text, grade text,"
            + " picture_url text, hire_date date, termination_date date";

    private static final String HEADER = "Employee ID,First Name,Last Name,Full Name,Email,Phone,Language,Title,Department,"
            + "Division,Company,Cost Center,Location,Manager's email,Worker Type,Employment Type,Grade,Picture URL,"
            + "Hire Date,Termination Date\n";
    private static final String[] FIRST = {"An", "Bo", "Chloë", "Dries", "Émile", "Fatima", "Güneş", "Hana", "Ines", "Jan"};
    private static final String[] LAST = {"Peeters", "Janssens", "Özdemir", "Nguyen", "Müller", "Claes", "Dubois", "O'Brien"};
    private static final String[] UNIT = {"Engineering", "Finance", "Sales", "People", "Operations", "Legal"};
    private static final String[] PLACE = {"Antwerp", "Berlin", "Lyon", "Porto", "Gdańsk"};

    private MadeUpPeople() {}

    /**
     * Writes the file of a company.
     *
     * @param changedEvery one of so many has another title than in the file of 0
     * @param leavers so many have this end date
     */
    static Path write(Path file, int employees, int changedEvery, int leavers, LocalDate endDate) throws IOException {
        SplittableRandom random = new SplittableRandom(42);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            for (int i = 0; i < employees; i++) {
                String first = FIRST[random.nextInt(FIRST.length)];
                String last = LAST[random.nextInt(LAST.length)];
                String unit = UNIT[random.nextInt(UNIT.length)];
                String title = (changedEvery > 0 && i % changedEvery == 0 ? "Senior " : "") + unit + " Specialist";
                int manager = i / 10;
                out.write("E" + (1_000_000 + i) + ',' + first + ',' + last + ',' + first + ' ' + last + ",person" + i
                        + "@example.com,+32 3 " + (1_000_000 + random.nextInt(9_000_000)) + ",nl-BE," + title + ',' + unit
                        + ",Division " + random.nextInt(20) + ",Acme NV,CC" + random.nextInt(500) + ','
                        + PLACE[random.nextInt(PLACE.length)] + ",person" + manager + "@example.com,Employee,Full time,G"
                        + random.nextInt(12) + ",https://pictures.example.com/" + i + ".jpg," + (1995 + random.nextInt(30))
                        + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10) + ','
                        + (i < leavers ? endDate : "") + '\n');
            }
        }
        return file;
    }
}
