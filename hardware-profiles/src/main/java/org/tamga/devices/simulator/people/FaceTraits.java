package org.tamga.devices.simulator.people;

import java.awt.Color;
import java.util.List;

/**
 * What stays the same in every picture of a face. Lengths are pixels of a 480 × 640 portrait, from
 * the middle of the head.
 *
 * @param width half width of the head at the cheekbones
 * @param height half height of the head
 * @param jaw width of the jaw as a share of {@code width}
 * @param chin width of the chin as a share of {@code width}
 * @param temple width at the temples as a share of {@code width}
 * @param eyeGap from the middle of the face to the middle of an eye
 * @param eyeY height of the eyes, negative is up
 * @param eyeTilt outer corners up, pixels
 * @param eyeOpen half height of an open eye
 */
record FaceTraits(
        Sex sex,
        int age,
        Color skin,
        Color hair,
        Color iris,
        Color lips,
        Color clothes,
        Color scarf,
        double width,
        double height,
        double jaw,
        double chin,
        double temple,
        double eyeGap,
        double eyeY,
        double eyeWidth,
        double eyeOpen,
        double eyeTilt,
        double browRise,
        double browThickness,
        double browArch,
        double noseLength,
        double noseWidth,
        double mouthY,
        double mouthWidth,
        double lipFullness,
        double earSize,
        double hairline,
        int partSide,
        HairStyle hairStyle,
        Beard beard,
        boolean glasses,
        boolean mole,
        double moleX,
        double moleY,
        int collar) {

    enum HairStyle {
        CROPPED,
        SHORT,
        SIDE_PART,
        SWEPT_BACK,
        RECEDING,
        BALD,
        LONG,
        BOB,
        BUN,
        BRAIDS,
        SCARF_TIED_BACK,
        SCARF_DRAPED
    }

    enum Beard {
        NONE,
        STUBBLE,
        MOUSTACHE,
        GOATEE,
        FULL
    }

    private static final List<HairStyle> MEN =
            List.of(
                    HairStyle.CROPPED,
                    HairStyle.SHORT,
                    HairStyle.SHORT,
                    HairStyle.SIDE_PART,
                    HairStyle.SIDE_PART,
                    HairStyle.SWEPT_BACK);
    private static final List<HairStyle> WOMEN =
            List.of(
                    HairStyle.LONG,
                    HairStyle.LONG,
                    HairStyle.BOB,
                    HairStyle.BOB,
                    HairStyle.BUN,
                    HairStyle.BUN,
                    HairStyle.BRAIDS);
    private static final List<Color> SKINS =
            List.of(
                    new Color(238, 205, 176),
                    new Color(228, 186, 150),
                    new Color(214, 168, 130),
                    new Color(199, 150, 112),
                    new Color(240, 208, 188),
                    new Color(194, 144, 108));
    private static final List<Color> HAIRS =
            List.of(
                    new Color(24, 20, 20),
                    new Color(32, 25, 22),
                    new Color(48, 34, 26),
                    new Color(30, 26, 30),
                    new Color(84, 56, 36),
                    new Color(142, 104, 62));
    private static final List<Color> IRISES =
            List.of(
                    new Color(52, 32, 20),
                    new Color(70, 44, 26),
                    new Color(40, 26, 18),
                    new Color(96, 74, 40),
                    new Color(88, 112, 122));

    /** Red of the skin tones that light hair and light eyes go with. */
    private static final int FAIR = 230;

    static FaceTraits draw(long seed, Sex sex, int age) {
        Dice dice = new Dice(seed, 77);
        boolean woman = sex == Sex.FEMALE;
        Color complexion = dice.pick(SKINS);
        Color skin = shift(complexion, dice, 9);
        boolean fair = complexion.getRed() > FAIR;
        double height = dice.between(148, 172);
        return new FaceTraits(
                sex,
                age,
                skin,
                greyed(shift(dice.pick(fair ? HAIRS : HAIRS.subList(0, 4)), dice, 5), dice, age),
                dice.pick(fair ? IRISES : IRISES.subList(0, 3)),
                mix(
                        skin,
                        new Color(168, 62, 66),
                        woman ? dice.between(0.35, 0.7) : dice.between(0.2, 0.4)),
                Color.getHSBColor(
                        (float) dice.unit(),
                        (float) dice.between(0.05, 0.5),
                        (float) dice.between(0.2, 0.7)),
                Color.getHSBColor(
                        (float) dice.unit(),
                        (float) dice.between(0.15, 0.65),
                        (float) dice.between(0.45, 0.9)),
                height * dice.between(0.68, 0.82) * (woman ? 0.97 : 1),
                height,
                dice.between(0.72, 0.94) - (woman ? 0.05 : 0),
                dice.between(0.28, 0.48) - (woman ? 0.05 : 0),
                dice.between(0.86, 0.98),
                dice.between(42, 54),
                dice.between(-22, -4),
                dice.between(19, 27),
                dice.between(5.5, 11.5),
                dice.between(-2, 5),
                dice.between(19, 32),
                woman ? dice.between(2.5, 5.5) : dice.between(4.5, 9),
                dice.between(1, 9),
                dice.between(44, 66),
                dice.between(15, 29),
                dice.between(72, 92),
                dice.between(27, 43),
                woman ? dice.between(6, 12) : dice.between(4, 9),
                dice.between(24, 36),
                dice.between(0.58, 0.76),
                dice.chance(0.5) ? 1 : -1,
                hairStyle(dice, woman, age),
                woman ? Beard.NONE : beard(dice, age),
                dice.chance(age > 45 ? 0.4 : 0.16),
                dice.chance(0.2),
                dice.between(-60, 60),
                dice.between(30, 90),
                dice.below(3));
    }

    private static HairStyle hairStyle(Dice dice, boolean woman, int age) {
        if (woman) {
            if (dice.chance(age > 55 ? 0.55 : 0.22)) {
                return dice.chance(0.55) ? HairStyle.SCARF_TIED_BACK : HairStyle.SCARF_DRAPED;
            }
            return age > 60 ? dice.pick(List.of(HairStyle.BOB, HairStyle.BUN)) : dice.pick(WOMEN);
        }
        if (age > 40 && dice.chance(0.4)) {
            return dice.chance(0.6) ? HairStyle.RECEDING : HairStyle.BALD;
        }
        return dice.pick(MEN);
    }

    private static Beard beard(Dice dice, int age) {
        if (dice.chance(age < 28 ? 0.75 : 0.5)) {
            return Beard.NONE;
        }
        return dice.pick(
                List.of(Beard.STUBBLE, Beard.STUBBLE, Beard.MOUSTACHE, Beard.GOATEE, Beard.FULL));
    }

    private static Color greyed(Color hair, Dice dice, int age) {
        double share = Math.clamp((age - 38 + dice.bell() * 8) / 38, 0.0, 0.95);
        return mix(hair, new Color(196, 194, 192), share);
    }

    static Color mix(Color from, Color to, double share) {
        return new Color(
                (int) Math.round(from.getRed() + (to.getRed() - from.getRed()) * share),
                (int) Math.round(from.getGreen() + (to.getGreen() - from.getGreen()) * share),
                (int) Math.round(from.getBlue() + (to.getBlue() - from.getBlue()) * share));
    }

    private static Color shift(Color color, Dice dice, double deviation) {
        double bright = dice.bell() * deviation;
        return new Color(
                (int) Math.clamp(color.getRed() + bright + dice.bell() * 2, 0, 255),
                (int) Math.clamp(color.getGreen() + bright + dice.bell() * 3, 0, 255),
                (int) Math.clamp(color.getBlue() + bright + dice.bell() * 3, 0, 255));
    }
}
