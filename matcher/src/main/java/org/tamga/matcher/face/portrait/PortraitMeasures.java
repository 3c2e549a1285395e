package org.tamga.matcher.face.portrait;

/**
 * Properties of a portrait. Brightness is 0–255.
 *
 * @param eyeDistance pixels
 * @param headHeight share of the image's height from crown to chin, estimate: the chin is the lower
 *     edge of the detector's box and the eyes are half-way up a head
 * @param offCentre horizontal distance of the eyes' middle from the image's, share of the width
 * @param eyesFromTop share of the height
 * @param roll degrees
 * @param yaw degrees, estimate
 * @param pitch degrees, estimate
 * @param eyeOpening of the less open eye, in eye distances, estimate; −1 where the eyes are less
 *     than 60 pixels apart
 * @param mouthOpening in eye distances, estimate: dark gaps only, teeth are not seen; −1 as above
 * @param blur 0 sharp – 1 (Crete, Dolmiere, Ladret and Nicolas 2007), of the face with at most 90
 *     pixels between the eyes
 * @param brightness mean of the face
 * @param washedOut share of the face's pixels from 250 upwards
 * @param contrast between the 5 and 95 % points of the face
 * @param sideDifference of the mean brightness of both halves, share of the brighter one
 * @param groundBrightness mean of what is beside and above the head; −1 where there is none
 * @param groundSpread standard deviation there; −1 where there is none
 */
public record PortraitMeasures(
        double eyeDistance,
        double headHeight,
        double offCentre,
        double eyesFromTop,
        double roll,
        double yaw,
        double pitch,
        double eyeOpening,
        double mouthOpening,
        double blur,
        double brightness,
        double washedOut,
        double contrast,
        double sideDifference,
        double groundBrightness,
        double groundSpread) {}
