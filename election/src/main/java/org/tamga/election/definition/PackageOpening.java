package org.tamga.election.definition;

/** What came of opening an election package. */
public sealed interface PackageOpening {
    record Accepted(ElectionPackage electionPackage) implements PackageOpening {}

    /**
     * @param detail one English line for the technician; the reason is what people are told
     */
    record Refused(PackageRefusal reason, String detail) implements PackageOpening {}
}
