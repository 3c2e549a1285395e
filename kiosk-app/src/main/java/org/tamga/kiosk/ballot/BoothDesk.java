package org.tamga.kiosk.ballot;

import java.io.IOException;
import java.nio.file.Path;
import org.tamga.devices.ports.PrintResult;
import org.tamga.election.exchange.BoothClosing;
import org.tamga.election.text.Language;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.station.SlipPrinting;
import org.tamga.station.store.BoxCounts;
import org.tamga.station.sync.UsbFolder;
import org.tamga.station.sync.UsbReport;

/**
 * What the officials do at a booth: open it, look at its counts, close it, take its files along.
 */
public final class BoothDesk {
    private final BoothTerminal terminal;
    private final SlipPrinting printing;
    private final BoothSlips slips;

    public BoothDesk(BoothTerminal terminal, BoothKit kit, Messages messages) {
        this.terminal = terminal;
        this.printing = kit.printing();
        this.slips =
                new BoothSlips(
                        terminal.electionPackage(),
                        terminal.station(),
                        terminal.config().terminalId(),
                        messages);
    }

    /** What became of writing the closing files. */
    public sealed interface Export {}

    /**
     * @param folder where the operator's terminal finds them
     */
    public record Written(Path folder) implements Export {}

    /**
     * Nothing is lost: it may be repeated. Codes: {@code BO-02} the folder cannot be written,
     * {@code BO-03} the booth is open, US-nn of the exchange folder.
     */
    public record NotWritten(String code) implements Export {}

    /** Accepts cards from now on; false when it was opened already or is closed for good. */
    public boolean open() {
        return terminal.desk().open();
    }

    public boolean isOpen() {
        return terminal.desk().isOpen();
    }

    public boolean isClosed() {
        return terminal.desk().isClosed();
    }

    public BoxCounts counts() {
        return terminal.box().counts();
    }

    /** Closes the box for good, signs the statement and queues everything for the centre. */
    public BoothClosing close() {
        var files = terminal.desk().close();
        terminal.queueForCentre();
        return files.closing();
    }

    /** Prints the closing slip; as often as the commission wants copies. */
    public PrintResult printClosing(Language language) {
        return printing.print(slips.closing(terminal.desk().close().closing(), language));
    }

    /**
     * Writes the closed booth's public record and its items for the centre to a stick or an
     * exchange folder.
     */
    public Export exportTo(Path folder) {
        if (!isClosed()) {
            return new NotWritten("BO-03");
        }
        Path written;
        try {
            written = terminal.exportRecord(folder);
        } catch (IOException e) {
            return new NotWritten("BO-02");
        }
        terminal.queueForCentre();
        return UsbFolder.write(terminal.outbox(), folder) instanceof UsbReport.Failed failed
                ? new NotWritten(failed.code())
                : new Written(written);
    }

    /** Prints the voter's confirmation slip. */
    PrintResult printConfirmation(String code, Language language) {
        return printing.print(slips.confirmation(code, language));
    }

    String qr(String code) {
        return slips.qr(code);
    }
}
