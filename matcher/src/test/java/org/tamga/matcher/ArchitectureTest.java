package org.tamga.matcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.awt.image.RenderedImage;
import java.io.OutputStream;
import javax.imageio.ImageIO;

@AnalyzeClasses(
        packages = "org.tamga.matcher",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule KNOWS_NO_OTHER_MODULE =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.tamga.election..",
                            "org.tamga.devices..",
                            "org.tamga.station..",
                            "org.tamga.central..",
                            "org.tamga.verifier..",
                            "org.tamga.kiosk..",
                            "javafx..");

    @ArchTest
    static final ArchRule NO_STATIC_MUTABLE_STATE = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule NO_STATIC_COLLECTIONS_OF_BIOMETRICS =
            noFields()
                    .that()
                    .areStatic()
                    .should()
                    .haveRawType("org.tamga.matcher.FingerTemplate")
                    .orShould()
                    .haveRawType("java.util.Map");

    @ArchTest
    static final ArchRule SPEAKS_ONLY_FROM_COMMANDS =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("org.tamga.matcher.MatcherCommand")
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err");

    @ArchTest
    static final ArchRule COMMANDS_ARE_USED_BY_THE_COMMAND_ALONE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..command..")
                    .and()
                    .doNotHaveFullyQualifiedName("org.tamga.matcher.MatcherCommand")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..command..");

    @ArchTest
    static final ArchRule NATIVE_LIBRARY_IS_TOUCHED_BY_ONE_CLASS =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("OpenCvNetwork")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule THE_GRID_IS_TOUCHED_BY_ONE_PACKAGE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..dedup.grid..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.hazelcast..");

    @ArchTest
    static final ArchRule NO_PICTURE_PASSES_THROUGH_A_TEMPORARY_FILE =
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
