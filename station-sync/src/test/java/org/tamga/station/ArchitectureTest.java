package org.tamga.station;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.tamga.station.store.BallotBoxStore;

@AnalyzeClasses(
        packages = "org.tamga.station",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knows_no_screen_and_no_device =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "javafx..", "java.awt..", "org.tamga.devices..", "org.tamga.kiosk..");

    @ArchTest
    static final ArchRule opens_connections_in_one_place =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("org.tamga.station.store.SealedDatabase")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("org.sqlite.JDBC")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.sql.DriverManager");

    @ArchTest
    static final ArchRule the_ballot_box_knows_no_voter =
            noClasses()
                    .that()
                    .haveSimpleNameStartingWith("Ballot")
                    .or()
                    .haveSimpleNameStartingWith("Box")
                    .or()
                    .haveSimpleNameStartingWith("Booth")
                    .or()
                    .haveSimpleName("OpenBatch")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.tamga.election.voter..", "org.tamga.election.checkin..");

    @ArchTest
    static final ArchRule the_register_knows_no_ballot =
            noClasses()
                    .that()
                    .haveSimpleNameStartingWith("Register")
                    .or()
                    .resideInAPackage("..register..")
                    .or()
                    .haveSimpleNameStartingWith("Voter")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.tamga.election.ballot..")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(BallotBoxStore.class);

    @ArchTest
    static final ArchRule keeps_no_static_state_that_changes =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule prints_nothing =
            noClasses()
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err");
}
