package org.tamga.matcher.exchange;

import com.machinezoo.fingerprintio.ansi378v2009am1.Ansi378v2009Am1Fingerprint;
import com.machinezoo.fingerprintio.ansi378v2009am1.Ansi378v2009Am1Minutia;
import com.machinezoo.fingerprintio.ansi378v2009am1.Ansi378v2009Am1MinutiaType;
import com.machinezoo.fingerprintio.ansi378v2009am1.Ansi378v2009Am1Position;
import com.machinezoo.fingerprintio.ansi378v2009am1.Ansi378v2009Am1Template;
import com.machinezoo.noexception.Exceptions;
import java.util.Arrays;
import java.util.List;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.exchange.FmrView.FmrMinutia;

/** ANSI INCITS 378-2009, with amendment 1 or without: the two differ in the version alone. */
final class Ansi2009Codec implements FmrCodec {
    private static final int VERSION_AT = 6;
    private final byte version;

    /**
     * @param amended whether to write amendment 1; either is read
     */
    Ansi2009Codec(boolean amended) {
        version = (byte) (amended ? '5' : '0');
    }

    @Override
    public FmrUnits units() {
        return FmrUnits.ANSI;
    }

    @Override
    public List<FmrView> read(byte[] bytes) {
        byte[] amended = bytes.clone();
        amended[VERSION_AT] = '5';
        try {
            var record = new Ansi378v2009Am1Template(amended, Exceptions.silence());
            return record.fingerprints.stream().map(Ansi2009Codec::view).toList();
        } finally {
            Arrays.fill(amended, (byte) 0);
        }
    }

    @Override
    public byte[] write(List<FmrView> views) {
        var record = new Ansi378v2009Am1Template();
        record.fingerprints = views.stream().map(Ansi2009Codec::finger).toList();
        byte[] bytes = record.toByteArray();
        bytes[VERSION_AT] = version;
        return bytes;
    }

    private static FmrView view(Ansi378v2009Am1Fingerprint finger) {
        return new FmrView(
                FmrView.position(finger.position),
                finger.view,
                finger.width,
                finger.height,
                finger.resolutionX,
                finger.resolutionY,
                finger.minutiae.stream().map(Ansi2009Codec::minutia).toList());
    }

    private static FmrMinutia minutia(Ansi378v2009Am1Minutia minutia) {
        return new FmrMinutia(
                minutia.positionX,
                minutia.positionY,
                minutia.angle,
                minutia.type == Ansi378v2009Am1MinutiaType.BIFURCATION);
    }

    private static Ansi378v2009Am1Fingerprint finger(FmrView view) {
        var finger = new Ansi378v2009Am1Fingerprint();
        finger.position =
                Ansi378v2009Am1Position.valueOf(
                        view.position().orElse(FingerPosition.UNKNOWN).name());
        finger.view = view.view();
        finger.width = view.width();
        finger.height = view.height();
        finger.resolutionX = view.resolutionX();
        finger.resolutionY = view.resolutionY();
        finger.minutiae = view.minutiae().stream().map(Ansi2009Codec::minutia).toList();
        return finger;
    }

    private static Ansi378v2009Am1Minutia minutia(FmrMinutia from) {
        var minutia = new Ansi378v2009Am1Minutia();
        minutia.positionX = from.x();
        minutia.positionY = from.y();
        minutia.angle = from.angle();
        minutia.type =
                from.bifurcation()
                        ? Ansi378v2009Am1MinutiaType.BIFURCATION
                        : Ansi378v2009Am1MinutiaType.ENDING;
        return minutia;
    }
}
