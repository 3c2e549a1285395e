package org.tamga.devices;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.awt.image.RenderedImage;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import org.tamga.devices.ports.Device;

@AnalyzeClasses(
        packages = "org.tamga.devices",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule devices_know_no_voters_no_matching_and_no_screen =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.tamga.election..",
                            "org.tamga.matcher..",
                            "org.tamga.station..",
                            "org.tamga.central..",
                            "org.tamga.kiosk..",
                            "com.machinezoo..",
                            "javafx..");

    @ArchTest
    static final ArchRule drivers_are_reachable_only_through_their_ports =
            classes()
                    .that()
                    .implement(Device.class)
                    .and()
                    .areNotInterfaces()
                    .and()
                    .resideOutsideOfPackage("org.tamga.devices.simulator..")
                    .should()
                    .notHaveModifier(PUBLIC);

    @ArchTest
    static final ArchRule ports_depend_on_nothing_of_ours =
            noClasses()
                    .that()
                    .resideInAPackage("org.tamga.devices.ports")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.tamga.devices.link..",
                            "org.tamga.devices.profile..",
                            "org.tamga.devices.scanner..",
                            "org.tamga.devices.printer..",
                            "org.tamga.devices.simulator..");

    @ArchTest
    static final ArchRule nothing_static_changes = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule only_the_entry_point_writes_to_the_console =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("org.tamga.devices.DevicesCommand")
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err");

    @ArchTest
    static final ArchRule no_picture_passes_through_a_temporary_file =
            noClasses()
                    .should()
                    .callMethod(
                            ImageIO.class,
                            "write",
                            RenderedImage.class,
                            String.class,
                            OutputStream.class)
                    .because("it writes the picture to a folder for temporary files first");
}
