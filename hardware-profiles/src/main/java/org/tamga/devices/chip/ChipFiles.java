package org.tamga.devices.chip;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.jmrtd.PassportService;
import org.jmrtd.protocol.ReadBinaryAPDUSender;
import org.jmrtd.protocol.SecureMessagingAPDUSender;
import org.tamga.devices.link.LinkException;

/** Reads elementary files, each no longer than its reader allows. */
final class ChipFiles {
    static final short EF_CARD_ACCESS = 0x011C;
    static final short EF_COM = 0x011E;
    static final short EF_SOD = 0x011D;

    /** Largest plain block whose encrypted answer still fits 256 bytes. */
    static final int BLOCK = 223;

    private static final int SUCCESS = 0x9000;
    private static final int NOT_FOUND = 0x6A82;
    private static final int LARGEST_PLAIN_OFFSET = 0x7FFF;
    private static final int HEAD = 8;

    private final PassportService service;
    private final ReadBinaryAPDUSender sender;
    private final SecureMessagingAPDUSender plain;

    ChipFiles(PassportService service, LinkCardService card) {
        this.service = service;
        this.sender = new ReadBinaryAPDUSender(card);
        this.plain = new SecureMessagingAPDUSender(card);
    }

    /** File identifier of a data group, 1 … 16. */
    static short dataGroup(int number) {
        return (short) (0x0100 + number);
    }

    /** A file that must be there. */
    byte[] read(short file, int most) throws CardServiceException, LinkException {
        return find(file, most)
                .orElseThrow(() -> Tlv.broken("file %04X is missing".formatted(file)));
    }

    /**
     * @param most bytes of the whole file, its header included
     * @return empty when the chip has no such file
     */
    Optional<byte[]> find(short file, int most) throws CardServiceException, LinkException {
        try {
            sender.sendSelectFile(service.getWrapper(), file);
        } catch (CardServiceException e) {
            if (e.getSW() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
        byte[] head = block(0, HEAD);
        int length = Tlv.totalLength(head, most);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(length);
        bytes.write(head, 0, Math.min(head.length, length));
        while (bytes.size() < length) {
            byte[] next = block(bytes.size(), Math.min(BLOCK, length - bytes.size()));
            bytes.write(next, 0, next.length);
        }
        return Optional.of(bytes.toByteArray());
    }

    private byte[] block(int offset, int length) throws CardServiceException, LinkException {
        byte[] block =
                offset > LARGEST_PLAIN_OFFSET
                        ? far(offset, length)
                        : sender.sendReadBinary(
                                service.getWrapper(), 0, offset, length, false, false);
        if (block == null || block.length == 0 || block.length > length) {
            throw Tlv.broken("asked for %d bytes, got another number".formatted(length));
        }
        return block;
    }

    /**
     * READ BINARY with the offset as an object (ISO 7816-4, clause 11.2.3); the library's own knows
     * 16 bits only.
     */
    private byte[] far(int offset, int length) throws CardServiceException, LinkException {
        byte[] data = {0x54, 3, (byte) (offset >> 16), (byte) (offset >> 8), (byte) offset};
        int header = length < 0x80 ? 2 : 3;
        var command = new CommandAPDU(0, 0xB1, 0, 0, data, length + header);
        ResponseAPDU answer = plain.transmit(service.getWrapper(), command);
        if (answer.getSW() != SUCCESS) {
            throw new CardServiceException("reading failed", answer.getSW());
        }
        return Tlv.bytes(Tlv.next(ByteBuffer.wrap(answer.getData()), 0x53));
    }
}
