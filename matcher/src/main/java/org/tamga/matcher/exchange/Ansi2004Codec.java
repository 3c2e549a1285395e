package org.tamga.matcher.exchange;

import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Fingerprint;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Minutia;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004MinutiaType;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Position;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Template;
import com.machinezoo.noexception.Exceptions;
import java.util.List;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.exchange.FmrView.FmrMinutia;

/** ANSI INCITS 378-2004: one size and resolution a file. */
final class Ansi2004Codec implements FmrCodec {
    @Override
    public FmrUnits units() {
        return FmrUnits.ANSI;
    }

    @Override
    public List<FmrView> read(byte[] bytes) {
        var record = new Ansi378v2004Template(bytes, Exceptions.silence());
        return record.fingerprints.stream().map(finger -> view(record, finger)).toList();
    }

    @Override
    public byte[] write(List<FmrView> views) {
        var record = new Ansi378v2004Template();
        record.width = views.stream().mapToInt(FmrView::width).max().orElse(0);
        record.height = views.stream().mapToInt(FmrView::height).max().orElse(0);
        record.resolutionX = FmrUnits.RESOLUTION;
        record.resolutionY = FmrUnits.RESOLUTION;
        record.fingerprints = views.stream().map(Ansi2004Codec::finger).toList();
        return record.toByteArray();
    }

    private static FmrView view(Ansi378v2004Template record, Ansi378v2004Fingerprint finger) {
        return new FmrView(
                FmrView.position(finger.position),
                finger.view,
                record.width,
                record.height,
                record.resolutionX,
                record.resolutionY,
                finger.minutiae.stream().map(Ansi2004Codec::minutia).toList());
    }

    private static FmrMinutia minutia(Ansi378v2004Minutia minutia) {
        return new FmrMinutia(
                minutia.positionX,
                minutia.positionY,
                minutia.angle,
                minutia.type == Ansi378v2004MinutiaType.BIFURCATION);
    }

    private static Ansi378v2004Fingerprint finger(FmrView view) {
        var finger = new Ansi378v2004Fingerprint();
        finger.position =
                Ansi378v2004Position.valueOf(view.position().orElse(FingerPosition.UNKNOWN).name());
        finger.view = view.view();
        finger.minutiae = view.minutiae().stream().map(Ansi2004Codec::minutia).toList();
        return finger;
    }

    private static Ansi378v2004Minutia minutia(FmrMinutia from) {
        var minutia = new Ansi378v2004Minutia();
        minutia.positionX = from.x();
        minutia.positionY = from.y();
        minutia.angle = from.angle();
        minutia.type =
                from.bifurcation()
                        ? Ansi378v2004MinutiaType.BIFURCATION
                        : Ansi378v2004MinutiaType.ENDING;
        return minutia;
    }
}
