/**
 * Every word that a person reads: four property files, one value type for a translatable message,
 * and its live rendering in the language chosen at the moment.
 *
 * <p>Keys are grouped by screen ({@code identify.prompt}); an error or refusal is found by its
 * stable code ({@code code.CI-01}). A test keeps the four files complete, used and equal in their
 * placeholders.
 */
@NullMarked
package org.tamga.kiosk.i18n;

import org.jspecify.annotations.NullMarked;
