package org.tamga.central;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "org.tamga.central",
        importOptions = ImportOption.DoNotIncludeTests.class)
class CentralRulesTest {
    @ArchTest
    static final ArchRule THE_CENTRE_KNOWS_NO_SCREEN_NO_STATION_NO_DEVICE =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "javafx..",
                            "org.tamga.station..",
                            "org.tamga.devices..",
                            "org.tamga.kiosk..",
                            "org.tamga.verifier..");

    @ArchTest
    static final ArchRule NO_MUTABLE_STATIC_STATE =
            fields().that().areStatic().should().haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule ONLY_COMMANDS_WRITE_TO_THE_CONSOLE =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Command")
                    .should()
                    .accessField(System.class, "out");

    @ArchTest
    static final ArchRule SQL_STAYS_WITH_STORAGE_AND_TABLES =
            noClasses()
                    .that()
                    .resideInAnyPackage("..page..", "..keys..", "..definition..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.sql..");
}
