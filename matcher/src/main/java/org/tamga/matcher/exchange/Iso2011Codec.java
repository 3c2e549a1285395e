package org.tamga.matcher.exchange;

import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011EndingType;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011Fingerprint;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011Minutia;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011MinutiaType;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011Position;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011Template;
import com.machinezoo.noexception.Exceptions;
import java.util.List;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.exchange.FmrView.FmrMinutia;

/** ISO/IEC 19794-2:2011, the off-card record format. */
final class Iso2011Codec implements FmrCodec {
    @Override
    public FmrUnits units() {
        return FmrUnits.ISO;
    }

    @Override
    public List<FmrView> read(byte[] bytes) {
        var record = new Iso19794p2v2011Template(bytes, Exceptions.silence());
        return record.fingerprints.stream().map(Iso2011Codec::view).toList();
    }

    @Override
    public byte[] write(List<FmrView> views) {
        var record = new Iso19794p2v2011Template();
        record.fingerprints = views.stream().map(Iso2011Codec::finger).toList();
        return record.toByteArray();
    }

    private static FmrView view(Iso19794p2v2011Fingerprint finger) {
        return new FmrView(
                FmrView.position(finger.position),
                finger.view,
                finger.width,
                finger.height,
                finger.resolutionX,
                finger.resolutionY,
                finger.minutiae.stream().map(Iso2011Codec::minutia).toList());
    }

    private static FmrMinutia minutia(Iso19794p2v2011Minutia minutia) {
        return new FmrMinutia(
                minutia.positionX,
                minutia.positionY,
                minutia.angle,
                minutia.type == Iso19794p2v2011MinutiaType.BIFURCATION);
    }

    private static Iso19794p2v2011Fingerprint finger(FmrView view) {
        var finger = new Iso19794p2v2011Fingerprint();
        finger.position =
                Iso19794p2v2011Position.valueOf(
                        view.position().orElse(FingerPosition.UNKNOWN).name());
        finger.view = view.view();
        finger.width = view.width();
        finger.height = view.height();
        finger.resolutionX = view.resolutionX();
        finger.resolutionY = view.resolutionY();
        finger.endingType = Iso19794p2v2011EndingType.RIDGE_SKELETON_ENDPOINT;
        finger.minutiae = view.minutiae().stream().map(Iso2011Codec::minutia).toList();
        return finger;
    }

    private static Iso19794p2v2011Minutia minutia(FmrMinutia from) {
        var minutia = new Iso19794p2v2011Minutia();
        minutia.positionX = from.x();
        minutia.positionY = from.y();
        minutia.angle = from.angle();
        minutia.type =
                from.bifurcation()
                        ? Iso19794p2v2011MinutiaType.BIFURCATION
                        : Iso19794p2v2011MinutiaType.ENDING;
        return minutia;
    }
}
