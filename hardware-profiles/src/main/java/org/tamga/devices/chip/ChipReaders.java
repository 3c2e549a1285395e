package org.tamga.devices.chip;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.tamga.devices.ports.ChipReader;
import org.tamga.devices.ports.DeviceInfo;

/** Drivers of chip readers. */
public final class ChipReaders {
    private ChipReaders() {}

    /**
     * Reads travel documents through a reader of the system's smart card service.
     *
     * @param reader regular expression found in the reader's name, empty for the first reader; or
     *     the absolute path of a folder with another service: its socket {@code
     *     run/pcscd/pcscd.comm} and its copy of the client library
     * @param trust folder with the certificates of trusted authorities, DER or PEM
     */
    public static ChipReader pcsc(DeviceInfo info, String reader, Path trust) {
        PcscSlot slot =
                reader.startsWith("/")
                        ? new PcscSlot(() -> privateService(Path.of(reader)), Pattern.compile(""))
                        : new PcscSlot(PcscLibrary::ofSystem, Pattern.compile(reader));
        return emrtd(info, slot, trust, InstantSource.system());
    }

    private static PcscLibrary privateService(Path folder)
            throws org.tamga.devices.link.LinkException {
        return PcscLibrary.of(folder, folder.resolve("run/pcscd/pcscd.comm"));
    }

    /**
     * Reads travel documents through any slot.
     *
     * @param trust folder with the certificates of trusted authorities, DER or PEM
     * @param clock tells whether a signer's certificate is valid now
     */
    public static ChipReader emrtd(
            DeviceInfo info, CardSlot slot, Path trust, InstantSource clock) {
        return new EmrtdReader(info, slot, trust, clock);
    }
}
