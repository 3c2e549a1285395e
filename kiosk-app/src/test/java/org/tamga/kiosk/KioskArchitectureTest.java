package org.tamga.kiosk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.tamga", importOptions = ImportOption.DoNotIncludeTests.class)
class KioskArchitectureTest {

    @ArchTest
    static final ArchRule only_the_kiosk_sees_javafx =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.tamga.kiosk..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..");

    @ArchTest
    static final ArchRule no_screen_touches_a_store_or_a_driver =
            noClasses()
                    .that()
                    .resideInAPackage("org.tamga.kiosk..")
                    .and()
                    .haveNameMatching(".*(View|ViewModel|Pane)")
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(
                            "org\\.tamga\\.(station\\.store\\.\\w+Store"
                                    + "|devices\\.(scanner|printer|camera|link|simulator)\\..*)");

    @ArchTest
    static final ArchRule devices_are_reached_through_their_kit_and_ports =
            noClasses()
                    .that()
                    .resideInAPackage("org.tamga.kiosk..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.tamga.devices.scanner..",
                            "org.tamga.devices.camera..",
                            "org.tamga.devices.document",
                            "org.tamga.devices.printer..",
                            "org.tamga.devices.power..",
                            "org.tamga.devices.link..");

    @ArchTest
    static final ArchRule only_drawn_people_and_rehearsals_meet_simulators =
            noClasses()
                    .that()
                    .resideInAPackage("org.tamga.kiosk..")
                    .and()
                    .resideOutsideOfPackages("..demo..", "..control..")
                    .and()
                    .doNotHaveSimpleName("StationCommand")
                    .and()
                    .doNotHaveSimpleName("TerminalKit")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.tamga.devices.simulator..");

    @ArchTest
    static final ArchRule view_models_know_no_controls =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..");

    @ArchTest
    static final ArchRule workflows_know_no_javafx =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Desk")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..");

    @ArchTest
    static final ArchRule no_static_mutable_state =
            fields().that()
                    .areStatic()
                    .and()
                    .areDeclaredInClassesThat()
                    .resideInAPackage("org.tamga.kiosk..")
                    .should()
                    .beFinal();
}
