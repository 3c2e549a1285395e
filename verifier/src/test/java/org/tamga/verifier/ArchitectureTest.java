package org.tamga.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "org.tamga.verifier",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule shares_no_code_with_what_it_checks =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.tamga.election..",
                            "org.tamga.matcher..",
                            "org.tamga.devices..",
                            "org.tamga.station..",
                            "org.tamga.central..",
                            "org.tamga.kiosk..");

    @ArchTest
    static final ArchRule has_no_static_mutable_state =
            fields().that()
                    .areStatic()
                    .and()
                    .doNotHaveModifier(JavaModifier.SYNTHETIC)
                    .should()
                    .beFinal();

    @ArchTest
    static final ArchRule only_the_command_speaks =
            noClasses().that().doNotHaveSimpleName("VerifyCommand").should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("org.tamga.verifier.(*)..").should().beFreeOfCycles();
}
