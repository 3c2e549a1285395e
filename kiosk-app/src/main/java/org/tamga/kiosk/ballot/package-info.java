/**
 * The voting terminal: a process, a store and a key of its own, next to the table and without any
 * connection to it. It knows activation cards, never people.
 */
@NullMarked
package org.tamga.kiosk.ballot;

import org.jspecify.annotations.NullMarked;
