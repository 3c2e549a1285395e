package org.tamga.election;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** What keeps this module pure. */
@AnalyzeClasses(
        packages = "org.tamga.election",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ElectionRulesTest {
    @ArchTest
    static final ArchRule no_file_socket_database_or_screen =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.net..",
                            "java.nio.file..",
                            "java.nio.channels..",
                            "java.sql..",
                            "javax.sql..",
                            "javafx..",
                            "java.awt..",
                            "javax.swing..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile|Console)");

    @ArchTest
    static final ArchRule no_clock_of_its_own =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Clock.class)
                    .orShould()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalTime.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callConstructor(java.util.Date.class);

    @ArchTest
    static final ArchRule ballots_know_no_voter =
            noClasses()
                    .that()
                    .resideInAPackage("..election.ballot..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..election.voter..", "..election.checkin..", "..election.journal..");

    @ArchTest
    static final ArchRule voters_know_no_ballot =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "..election.voter..", "..election.checkin..", "..election.journal..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..election.ballot..");

    @ArchTest
    static final ArchRule static_fields_are_final =
            fields().that()
                    .areStatic()
                    .and()
                    .doNotHaveModifier(JavaModifier.SYNTHETIC)
                    .should()
                    .beFinal();

    @ArchTest
    static final ArchRule nothing_is_printed =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule no_logging_of_its_own =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.slf4j..", "java.util.logging..");
}
