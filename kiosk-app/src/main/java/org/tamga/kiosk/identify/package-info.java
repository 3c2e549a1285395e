/**
 * Identification: finger on the glass, answer in a second, photo and name on screen, the member's
 * one touch, slip printed, next voter.
 *
 * <p>{@link org.tamga.kiosk.identify.CheckInDesk} is two calls: {@code present} captures and
 * matches, {@code confirm} is the member's sign-off after a look at the photo and the only one that
 * admits. Nothing is shown as admitted before its event is durable in the journal.
 */
@NullMarked
package org.tamga.kiosk.identify;

import org.jspecify.annotations.NullMarked;
