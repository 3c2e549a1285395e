package org.tamga.matcher.engine.flat;

import java.util.ArrayList;
import java.util.List;
import org.tamga.matcher.engine.cylinder.CylinderCode;
import org.tamga.matcher.engine.cylinder.CylinderCodes;
import org.tamga.matcher.engine.cylinder.CylinderRating;
import org.tamga.matcher.evaluation.MadeMinutiae;

/** Prints the kernel of its process and a digest of 900 ratings and scores that it gave. */
final class KernelDigest {
    private KernelDigest() {}

    public static void main(String[] args) {
        System.out.println(Kernel.CHOSEN.label());
        System.out.println(digest());
    }

    static String digest() {
        MadeMinutiae made = new MadeMinutiae(5);
        List<Minutiae> all = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            Minutiae finger = made.scattered(5 + 4 * i);
            all.add(finger);
            all.add(made.impressionOf(finger));
        }
        FlatMatcher matcher = new FlatMatcher();
        long digest = 0;
        for (Minutiae p : all) {
            FlatProbe probe = new FlatProbe(p);
            CylinderRating rating = new CylinderRating(CylinderCode.of(p));
            for (Minutiae c : all) {
                CylinderCodes codes = CylinderCodes.of(CylinderCode.of(c));
                digest = 31 * digest + Double.doubleToRawLongBits(matcher.score(probe, c));
                digest = 31 * digest + rating.rate(codes, 0);
            }
        }
        return Long.toHexString(digest);
    }
}
