/**
 * The protocol (result sheet): drawn up from the balanced count, signed by the chair and members
 * with their own keys, sealed by the terminal, printed and sent.
 */
@NullMarked
package org.tamga.kiosk.protocol;

import org.jspecify.annotations.NullMarked;
