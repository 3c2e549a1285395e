package org.tamga.matcher.exchange;

import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Fingerprint;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Minutia;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005MinutiaType;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Position;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Template;
import com.machinezoo.noexception.Exceptions;
import java.util.List;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.exchange.FmrView.FmrMinutia;

/** ISO/IEC 19794-2:2005, the record format (clause 7): one size and resolution a file. */
final class Iso2005Codec implements FmrCodec {
    @Override
    public FmrUnits units() {
        return FmrUnits.ISO;
    }

    @Override
    public List<FmrView> read(byte[] bytes) {
        var record = new Iso19794p2v2005Template(bytes, Exceptions.silence());
        return record.fingerprints.stream().map(finger -> view(record, finger)).toList();
    }

    @Override
    public byte[] write(List<FmrView> views) {
        var record = new Iso19794p2v2005Template();
        record.width = views.stream().mapToInt(FmrView::width).max().orElse(0);
        record.height = views.stream().mapToInt(FmrView::height).max().orElse(0);
        record.resolutionX = FmrUnits.RESOLUTION;
        record.resolutionY = FmrUnits.RESOLUTION;
        record.fingerprints = views.stream().map(Iso2005Codec::finger).toList();
        return record.toByteArray();
    }

    private static FmrView view(Iso19794p2v2005Template record, Iso19794p2v2005Fingerprint finger) {
        return new FmrView(
                FmrView.position(finger.position),
                finger.view,
                record.width,
                record.height,
                record.resolutionX,
                record.resolutionY,
                finger.minutiae.stream().map(Iso2005Codec::minutia).toList());
    }

    private static FmrMinutia minutia(Iso19794p2v2005Minutia minutia) {
        return new FmrMinutia(
                minutia.positionX,
                minutia.positionY,
                minutia.angle,
                minutia.type == Iso19794p2v2005MinutiaType.BIFURCATION);
    }

    private static Iso19794p2v2005Fingerprint finger(FmrView view) {
        var finger = new Iso19794p2v2005Fingerprint();
        finger.position =
                Iso19794p2v2005Position.valueOf(
                        view.position().orElse(FingerPosition.UNKNOWN).name());
        finger.view = view.view();
        finger.minutiae = view.minutiae().stream().map(Iso2005Codec::minutia).toList();
        return finger;
    }

    private static Iso19794p2v2005Minutia minutia(FmrMinutia from) {
        var minutia = new Iso19794p2v2005Minutia();
        minutia.positionX = from.x();
        minutia.positionY = from.y();
        minutia.angle = from.angle();
        minutia.type =
                from.bifurcation()
                        ? Iso19794p2v2005MinutiaType.BIFURCATION
                        : Iso19794p2v2005MinutiaType.ENDING;
        return minutia;
    }
}
