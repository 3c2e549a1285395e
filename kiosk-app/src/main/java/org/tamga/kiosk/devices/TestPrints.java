package org.tamga.kiosk.devices;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.MonoRaster;
import org.tamga.devices.ports.PagePrinter;
import org.tamga.devices.ports.PageResult;
import org.tamga.devices.ports.PrintResult;
import org.tamga.devices.ports.ReceiptPrinter;
import org.tamga.election.text.Language;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.slip.Slip;
import org.tamga.kiosk.slip.SlipPdf;
import org.tamga.kiosk.slip.SlipRaster;

/** What printers are tried with: a slip with every letter that plain printers lack. */
public final class TestPrints {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final String terminalId;
    private final ZoneId zone;
    private final Messages messages;
    private final Supplier<Language> language;
    private final InstantSource clock;

    public TestPrints(
            String terminalId,
            ZoneId zone,
            Messages messages,
            Supplier<Language> language,
            InstantSource clock) {
        this.terminalId = terminalId;
        this.zone = zone;
        this.messages = messages;
        this.language = language;
        this.clock = clock;
    }

    PrintResult slip(ReceiptPrinter printer, CancelSignal cancel) {
        return printer.print(
                MonoRaster.of(SlipRaster.draw(sheet(), printer.dotsPerLine())), cancel);
    }

    PageResult page(PagePrinter printer, CancelSignal cancel) {
        return printer.print("self-test", SlipPdf.writePage(sheet()), 1, cancel);
    }

    /** Numbered by nobody and counted nowhere: it says of itself that it is a test. */
    Slip sheet() {
        return new Slip(
                "test",
                List.of(
                        new Slip.Banner(text("devices.sheet.banner")),
                        new Slip.Title("Tamga"),
                        new Slip.Pair(text("slip.terminal"), terminalId),
                        new Slip.Pair(
                                text("slip.time"), TIME.withZone(zone).format(clock.instant())),
                        new Slip.Rule(),
                        new Slip.Text("Ққ Ңң Өө Үү Ұұ Һһ Әә Іі Ғғ Ёё Ъъ"),
                        new Slip.Text("0123456789 №% ABC xyz"),
                        new Slip.Rule(),
                        new Slip.Small(text("devices.sheet.look"))));
    }

    private String text(String key) {
        return messages.text(language.get(), Message.of(key));
    }
}
