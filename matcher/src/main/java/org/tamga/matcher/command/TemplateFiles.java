package org.tamga.matcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tamga.matcher.BiometricBytes;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.exchange.ExchangeFormat;
import org.tamga.matcher.exchange.TemplateExchange;
import org.tamga.matcher.exchange.TemplateExport;
import org.tamga.matcher.exchange.TemplateImport;
import picocli.CommandLine.Option;

/** Reading and writing template files for the commands. */
final class TemplateFiles {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            converter = FormatWord.class,
            description = "iso2005, iso2011, ansi2004, ansi2009, ansi2009am1, native or tamga")
    private ExchangeFormat format = ExchangeFormat.TAMGA;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "file to write")
    private Path out = Path.of("out");

    static TemplateImport.Imported read(Path file) {
        return switch (TemplateExchange.read(file)) {
            case TemplateImport.Imported imported -> imported;
            case TemplateImport.Refused refused ->
                    throw new CommandFailure(file + ": " + refused.detail(), refused.code());
        };
    }

    /** Writes them and says so. */
    void write(List<FingerImpression> impressions, Output output) {
        switch (TemplateExchange.write(impressions, format)) {
            case TemplateExport.Exported(BiometricBytes bytes) -> {
                try (bytes) {
                    write(bytes);
                }
                output.line(
                        "%s: %d impressions, %s, %d bytes",
                        out, impressions.size(), format.title(), bytes.length());
            }
            case TemplateExport.Refused refused ->
                    throw new CommandFailure(refused.detail(), refused.code());
        }
    }

    private void write(BiometricBytes bytes) {
        byte[] content = bytes.toByteArray();
        try {
            Files.write(out, content);
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + out, "MC-05");
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }
}
