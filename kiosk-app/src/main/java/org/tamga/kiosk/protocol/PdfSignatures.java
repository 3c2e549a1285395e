package org.tamga.kiosk.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/**
 * PAdES-B-B signatures (ETSI EN 319 142-1), each an incremental update: what was signed before
 * stays as it was.
 */
final class PdfSignatures {
    private PdfSignatures() {}

    /**
     * Adds one official's signature to a PDF that may carry others already.
     *
     * @param name the official's name as the signature panel shows it
     * @param at the terminal's time, shown only; order is the journal's matter
     */
    static byte[] add(byte[] pdf, OfficialKey key, String name, String reason, Instant at) {
        try (var document = Loader.loadPDF(pdf)) {
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
            signature.setName(name);
            signature.setReason(reason);
            signature.setSignDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
            document.addSignature(signature, content -> key.sign(content.readAllBytes()));
            var signed = new ByteArrayOutputStream();
            document.saveIncremental(signed);
            return signed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
