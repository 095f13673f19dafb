package dev.rollcall.run;

import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Email;
import dev.rollcall.employee.Employee;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Reference;
import dev.rollcall.employee.Value;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.source.Origin;
import dev.rollcall.source.Problem;
import java.time.LocalDate;
import java.util.List;

/** A made-up employee, as the mapping would hand him over; every {@code with} gives a new one. */
record Person(String key, Profile profile) {
    static Person person(String key) {
        return new Person(key, Profile.EMPTY)
                .with(Attribute.GIVEN_NAME, new Value.Text("Given" + key))
                .with(Attribute.FAMILY_NAME, new Value.Text("Family" + key))
                .email(key + "@example.com")
                .status(EmploymentStatus.ACTIVE);
    }

    Person with(Attribute attribute, Value value) {
        return new Person(key, profile.with(attribute.label(), value));
    }

    Person email(String address) {
        return with(Attribute.EMAILS, new Value.Emails(List.of(new Email(Email.Type.WORK, address))));
    }

    Person title(String title) {
        return with(Attribute.TITLE, new Value.Text(title));
    }

    Person department(String department) {
        return with(Attribute.DEPARTMENT, new Value.Text(department));
    }

    Person number(String number) {
        return with(Attribute.EMPLOYEE_NUMBER, new Value.Text(number));
    }

    Person status(EmploymentStatus status) {
        return with(Attribute.EMPLOYMENT_STATUS, new Value.Status(status));
    }

    Person starts(String date) {
        return with(Attribute.START_DATE, new Value.Day(LocalDate.parse(date)));
    }

    Person ends(String date) {
        return with(Attribute.END_DATE, new Value.Day(LocalDate.parse(date)));
    }

    Person managedBy(String managerKey) {
        return with(Attribute.MANAGER, new Value.Referred(new Reference(Reference.By.KEY, managerKey)));
    }

    Person managedByEmail(String address) {
        return with(Attribute.MANAGER, new Value.Referred(new Reference(Reference.By.EMAIL, address)));
    }

    MappingResult mapped() {
        return new MappingResult.Mapped(new Employee(key, false, profile), new Origin("people.csv", 2));
    }

    MappingResult gone() {
        return new MappingResult.Mapped(new Employee(key, true, Profile.EMPTY), new Origin("page 1", 1));
    }

    MappingResult rejected() {
        return new MappingResult.Rejected(
                key,
                false,
                profile,
                List.of(new Problem("people.csv:2", "MAP-004", "made up")),
                new Origin("people.csv", 2));
    }

    static MappingResult unreadable() {
        return new MappingResult.Rejected(
                null,
                false,
                Profile.EMPTY,
                List.of(new Problem("people.csv:9", "CSV-004", "made up")),
                new Origin("people.csv", 9));
    }

    static MappingResult[] company(int from, int to) {
        MappingResult[] people = new MappingResult[to - from];
        for (int i = from; i < to; i++) {
            people[i - from] = person("p" + i).mapped();
        }
        return people;
    }
}
