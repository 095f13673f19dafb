package dev.rollcall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The table of packages in the README, enforced. */
class ArchitectureTest {
    private static final String[] PURE = {
        "..rollcall.employee..",
        "..rollcall.mapping..",
        "..rollcall.scope..",
        "..rollcall.correlation..",
        "..rollcall.lifecycle..",
        "..rollcall.plan.."
    };

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.rollcall");

    @Test
    void everyPackageUsesOnlyWhatItMay() {
        ApplicationModules.of(Rollcall.class).verify();
    }

    @Test
    void purePackagesOwnNoClockAndDoNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..", "java.nio.file..", "org.apache.camel..")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.ZoneId.class, "systemDefault")
                .check(classes);
    }

    @Test
    void onlyTheRoutePackageKnowsCamel() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..rollcall.route..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(classes);
    }
}
