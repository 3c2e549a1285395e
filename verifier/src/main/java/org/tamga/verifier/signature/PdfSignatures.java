package org.tamga.verifier.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.tamga.verifier.record.Hex;
import org.tamga.verifier.record.MalformedException;

/**
 * A PDF with signatures added one after another (ISO 32000-2, 12.8), read revision by revision:
 * each signature covers the file from its first byte to the end of a revision, all but itself.
 */
public final class PdfSignatures {
    private PdfSignatures() {}

    /**
     * One signature.
     *
     * @param signed the bytes that it covers
     * @param cms its CMS, without the padding
     * @param revision what the signatory saw
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record Signature(byte[] signed, byte[] cms, Revision revision) {}

    /**
     * What a reader of a revision sees.
     *
     * @param pages digest of the content of all pages
     * @param embedded embedded files by name
     */
    public record Revision(String pages, Map<String, byte[]> embedded) {}

    /**
     * The signatures in the order they were added. The last covers the whole file.
     *
     * @throws MalformedException if the file is no PDF, or has parts that nobody signed
     */
    public static List<Signature> read(byte[] pdf) throws MalformedException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDSignature> found = new ArrayList<>(document.getSignatureDictionaries());
            if (found.isEmpty()) {
                throw new MalformedException("nobody has signed");
            }
            found.sort(Comparator.comparingInt(PdfSignatures::end));
            List<Signature> signatures = new ArrayList<>();
            for (PDSignature signature : found) {
                signatures.add(read(pdf, signature));
            }
            if (end(found.getLast()) != pdf.length) {
                throw new MalformedException(
                        "the file goes on behind what the last signature covers");
            }
            return signatures;
        } catch (IOException | IndexOutOfBoundsException | ClassCastException e) {
            // PDFBox answers some broken files with the latter two.
            throw new MalformedException("not a PDF that can be read");
        }
    }

    private static int end(PDSignature signature) {
        int[] range = signature.getByteRange();
        return range != null && range.length == 4 ? range[2] + range[3] : 0;
    }

    private static Signature read(byte[] pdf, PDSignature signature)
            throws MalformedException, IOException {
        int[] range = signature.getByteRange();
        if (range == null
                || range.length != 4
                || range[0] != 0
                || range[1] <= 0
                || range[2] <= range[1] + 1
                || range[3] < 0
                || (long) range[2] + range[3] > pdf.length
                || pdf[range[1]] != '<'
                || pdf[range[2] - 1] != '>') {
            throw new MalformedException("a signature does not cover all but itself");
        }
        byte[] padded = hexBetween(pdf, range[1] + 1, range[2] - 1);
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.write(pdf, 0, range[1]);
        signed.write(pdf, range[2], range[3]);
        byte[] revision = Arrays.copyOf(pdf, range[2] + range[3]);
        return new Signature(signed.toByteArray(), withoutPadding(padded), revision(revision));
    }

    private static byte[] hexBetween(byte[] pdf, int from, int to) throws MalformedException {
        try {
            return HexFormat.of()
                    .parseHex(new String(pdf, from, to - from, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new MalformedException("a signature is not written in hex");
        }
    }

    /** The DER structure at the start; behind it only zeros may stand. */
    private static byte[] withoutPadding(byte[] padded) throws MalformedException {
        if (padded.length < 2 || padded[0] != 0x30) {
            throw new MalformedException("a signature is not CMS");
        }
        int first = padded[1] & 0xff;
        int lengthBytes = first < 0x80 ? 0 : first & 0x7f;
        if (first == 0x80 || lengthBytes > 3 || padded.length < 2 + lengthBytes) {
            throw new MalformedException("a signature is not CMS in DER");
        }
        int length = lengthBytes == 0 ? first : 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = (length << 8) | (padded[2 + i] & 0xff);
        }
        int end = 2 + lengthBytes + length;
        if (end > padded.length) {
            throw new MalformedException("a signature is cut off");
        }
        for (int i = end; i < padded.length; i++) {
            if (padded[i] != 0) {
                throw new MalformedException("something is hidden behind a signature");
            }
        }
        return Arrays.copyOf(padded, end);
    }

    private static Revision revision(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            ByteArrayOutputStream pages = new ByteArrayOutputStream();
            for (PDPage page : document.getPages()) {
                try (InputStream content = page.getContents()) {
                    pages.writeBytes(Hex.sha256(content.readAllBytes()));
                }
            }
            Map<String, byte[]> embedded = new TreeMap<>();
            var names = document.getDocumentCatalog().getNames();
            var files = names == null ? null : names.getEmbeddedFiles();
            Map<String, PDComplexFileSpecification> found = files == null ? null : files.getNames();
            if (found != null) {
                for (var file : found.entrySet()) {
                    var content = file.getValue().getEmbeddedFile();
                    if (content != null) {
                        embedded.put(file.getKey(), content.toByteArray());
                    }
                }
            }
            return new Revision(Hex.digest(pages.toByteArray()), embedded);
        }
    }
}
