package org.tamga.verifier.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tamga.verifier.format.ElectionPackage;
import org.tamga.verifier.format.ElectionPackage.Official;
import org.tamga.verifier.format.ElectionPackage.OfficialRole;
import org.tamga.verifier.format.ElectionPackage.Station;
import org.tamga.verifier.record.Code;
import org.tamga.verifier.record.Findings;
import org.tamga.verifier.record.Hex;
import org.tamga.verifier.record.MalformedException;
import org.tamga.verifier.record.RecordFolder;
import org.tamga.verifier.signature.CmsSignatures;
import org.tamga.verifier.signature.PdfSignatures;

/** The officials' signatures under a protocol, beside the JSON and in the PDF. */
final class ProtocolSignatures {
    private final RecordFolder folder;
    private final Findings findings;
    private final ElectionPackage election;
    private final Station station;

    ProtocolSignatures(RecordFolder folder, ElectionPackage election, Station station) {
        this.folder = folder;
        this.findings = folder.findings();
        this.election = election;
        this.station = station;
    }

    /**
     * Checks the signatures of one version.
     *
     * @param name path of the JSON file in the record
     */
    void check(String name, byte[] protocol) {
        Optional<byte[]> cms = folder.bytes(name + ".p7s");
        String pdfName = name.replace(".json", ".pdf");
        Optional<byte[]> pdf = folder.bytes(pdfName);
        CmsSignatures officials;
        try {
            officials = CmsSignatures.by(station.officials());
        } catch (MalformedException e) {
            // Already a failure of the package.
            return;
        }
        Set<Official> signers = new HashSet<>();
        if (cms.isPresent()) {
            try {
                signers.addAll(officials.signers(protocol, cms.get()));
                enough(Code.PROTOCOL_CMS, name + ".p7s", signers);
            } catch (MalformedException e) {
                findings.fail(Code.PROTOCOL_CMS, name + ".p7s", String.valueOf(e.getMessage()));
            }
        }
        if (pdf.isPresent()) {
            pdf(pdfName, pdf.get(), name, protocol, officials, signers);
        }
    }

    private void pdf(
            String pdfName,
            byte[] pdf,
            String name,
            byte[] protocol,
            CmsSignatures officials,
            Set<Official> signersOfFile) {
        Set<Official> signers = new HashSet<>();
        String embeddedName = name.substring(name.lastIndexOf('/') + 1);
        try {
            List<PdfSignatures.Signature> signatures = PdfSignatures.read(pdf);
            for (PdfSignatures.Signature signature : signatures) {
                for (Official signer : officials.signers(signature.signed(), signature.cms())) {
                    findings.require(
                            signers.add(signer),
                            Code.PDF_SIGNATURE,
                            pdfName,
                            "official " + signer.id() + " signed twice");
                }
                byte[] embedded =
                        signature.revision().embedded().getOrDefault(embeddedName, new byte[0]);
                findings.require(
                        Hex.digest(embedded).equals(Hex.digest(protocol)),
                        Code.PDF_CONTENT,
                        pdfName,
                        "the embedded " + embeddedName + " is not the protocol of the record");
                findings.require(
                        signature
                                .revision()
                                .pages()
                                .equals(signatures.getFirst().revision().pages()),
                        Code.PDF_CONTENT,
                        pdfName,
                        "the pages were changed between two signatures");
            }
            enough(Code.PDF_SIGNATURE, pdfName, signers);
            findings.require(
                    signersOfFile.isEmpty() || signers.equals(signersOfFile),
                    Code.PDF_SIGNATURE,
                    pdfName,
                    "not signed by the same officials as the JSON");
            findings.checked("signatures in PDFs", signatures.size());
        } catch (MalformedException e) {
            findings.fail(Code.PDF_SIGNATURE, pdfName, String.valueOf(e.getMessage()));
        }
    }

    private void enough(Code code, String name, Set<Official> signers) {
        findings.require(
                signers.size() >= election.policies().protocolSignersMinimum()
                        && signers.stream().anyMatch(s -> s.role() == OfficialRole.CHAIR),
                code,
                name,
                "%d officials have signed, %d are needed, the chair among them"
                        .formatted(signers.size(), election.policies().protocolSignersMinimum()));
        findings.checked("officials' signatures", signers.size());
    }
}
